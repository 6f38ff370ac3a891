using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Answering.Tracing;

namespace Bot.Answering.Composing;

/// <summary>That the model was asked, with which prompt, and what came of it.</summary>
/// <param name="Prompt">The prompt; <see langword="null"/> when its files could never be used, and nothing was asked.</param>
/// <param name="Reply">The reply.</param>
internal sealed record Consultation(Prompt? Prompt, ModelReply Reply)
{
    /// <summary>As traces tell it.</summary>
    public Consulted Told() => new(Prompt!.Name, Prompt.Version, Reply.Wrote, Ending);

    private ReplyEnding Ending => Reply is ModelReply.Failed ? ReplyEnding.Failed : Reply.IsCut ? ReplyEnding.Cut : ReplyEnding.Whole;
}
