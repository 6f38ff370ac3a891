using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;

namespace Bot.Answering.Checking;

/// <summary>What is left of a composed text.</summary>
/// <param name="Claims">The supported sentences, in order, their citations numbered; each has at least one.</param>
/// <param name="Verdicts">What was said of each sentence that claims something.</param>
/// <param name="Repaired">How many sentences were cited anew or dropped.</param>
internal sealed record CheckResult(ImmutableArray<Claim> Claims, ImmutableArray<SentenceVerdict> Verdicts, int Repaired)
{
    /// <summary>Whether the text says, anywhere, that the passages do not answer the question.</summary>
    public bool SaysNotStated { get; init; }

    /// <summary>How many markers named a passage that does not exist.</summary>
    public int Invented { get; init; }
}
