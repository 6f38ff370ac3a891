using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Records;
using Bot.Evaluation.Cases;

namespace Bot.Cli.Commands;

/// <summary>What a model did for a recorded answer, to be done again in its place.</summary>
internal static class ModelsPart
{
    /// <summary>The model that was asked; <see langword="null"/> when none was.</summary>
    // The prompt was rendered, so a model was asked, whoever composed the answer in the end.
    public static string? EngineOf(RecordedInput input) => input.Consulted.IsEmpty && input.Text(nameof(AnswerTrace.RenderedPrompt)) is null ? null
        : input.Answer.Making.Engine == Making.Extractive ? "model" : input.Answer.Making.Engine;

    /// <summary>What it said.</summary>
    public static ImmutableArray<ScriptedReply> RepliesOf(RecordedInput input) => input.Consulted.IsEmpty
        ? Guessed(input)
        : [.. input.Consulted.Where(consulted => consulted.Said is not null).Select(consulted => ReplyOf(consulted, input))];

    private static ScriptedReply ReplyOf(Consulted consulted, RecordedInput input) => new(consulted.Said!)
    {
        IsVerbatim = true,
        Prompt = consulted.Prompt,
        Ending = consulted.Ending,
        Usage = consulted.Prompt == new ScriptedReply("").Prompt ? input.CountedTokens : null,
    };

    // Older traces do not say what a model wrote call by call.
    private static ImmutableArray<ScriptedReply> Guessed(RecordedInput input)
    {
        var replies = ImmutableArray.CreateBuilder<ScriptedReply>();
        if (!input.Question.History.IsDefaultOrEmpty && input.Text(nameof(AnswerTrace.Standalone)) is { } standalone && standalone != input.Question.Text)
        {
            replies.Add(new(standalone) { IsVerbatim = true, Prompt = "standalone-question" });
        }

        if (input.Text(nameof(AnswerTrace.RawText)) is { } raw && !FailedAtOnce(input))
        {
            replies.Add(new(raw) { IsVerbatim = true, Usage = input.CountedTokens });
        }

        return replies.ToImmutable();
    }

    // Where the model failed, what was quoted in its place is all that was composed: it supports itself.
    private static bool FailedAtOnce(RecordedInput input) => input.Answer.Making is { Degraded: true, Repaired: 0 };
}
