using System.Collections.Immutable;
using Bot.Answering.Answers;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim is supported.</summary>
/// <param name="Citations">The sentences that support it, the one that states it first; empty when it is not supported.</param>
/// <param name="Reason">Why it is not, naming the number, name or words that lack support; empty when it is.</param>
internal sealed record Judgement(ImmutableArray<Citation> Citations, string Reason)
{
    public bool IsSupported => !Citations.IsEmpty;

    public static Judgement By(IEnumerable<Citation> citations) => new([.. citations.DistinctBy(citation => citation.Id)], "");

    public static Judgement Not(string reason) => new([], reason);
}
