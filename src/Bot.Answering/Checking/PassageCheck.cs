using System.Collections.Immutable;
using Bot.Answering.Composing;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>The claim check over some passages, for who measures it: what an answer of one sentence would come to.</summary>
/// <param name="passages">The passages, which are read once; the first is cited.</param>
public sealed class PassageCheck(ImmutableArray<Passage> passages)
{
    private readonly ClaimCheck _check = new(CheckThresholds.Default);
    private readonly ImmutableArray<NumberedPassage> _numbered = [.. passages.Select((passage, at) => new NumberedPassage(at + 1, passage))];

    /// <summary>Why a sentence would not be said; <see langword="null"/> when it would.</summary>
    /// <param name="sentence">The sentence, without markers.</param>
    public string? Fault(string sentence)
    {
        var result = Checker.Check($"{sentence} [1]", _numbered, passages[0].Article.Language, _check);
        return result.Verdicts.FirstOrDefault(verdict => verdict.Outcome == VerdictOutcome.Dropped) is { } dropped ? dropped.Reason
            : result.Claims.IsEmpty ? "it states nothing" : null;
    }
}
