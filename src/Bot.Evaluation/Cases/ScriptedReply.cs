using Bot.Answering.Tracing;

namespace Bot.Evaluation.Cases;

/// <summary>
/// What a scripted model says. <c>[[words]]</c> in it becomes the number of the passage in the prompt that has these words, as a model would cite
/// it, so that a script holds whatever the order in which passages are found; of words that no passage in the prompt has, nothing is left.
/// </summary>
/// <param name="Text">The words.</param>
public sealed record ScriptedReply(string Text)
{
    /// <summary>The prompt it answers, such as <c>answer</c> or <c>standalone-question</c>.</summary>
    public string Prompt { get; init; } = "answer";

    /// <summary>It is said only when the prompt, as the model gets it, has these words: so a script can stand for a model that does as it is told.</summary>
    public string? When { get; init; }

    /// <summary>Whether it is said as it is, brackets and all.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>The tokens that the endpoint counted, in and out; <see langword="null"/> when it told nothing.</summary>
    public (int Input, int Output)? Usage { get; init; }

    /// <summary>How it ends.</summary>
    public ReplyEnding Ending { get; init; }

    /// <summary>The case it is for, by its name; <see langword="null"/> means every one.</summary>
    public string? Case { get; init; }
}
