using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>
/// Judges whether passages support a claim: a sentence of them must have its numbers, dates, names, quoted words and enough of its content,
/// and say it as negatively, as surely, as conditionally, and as the words of the same speaker. Made for one answer; it keeps what it has read.
/// </summary>
internal sealed class ClaimCheck(CheckThresholds thresholds)
{
    private readonly Dictionary<Passage, ImmutableArray<Evidence>> _evidence = [];
    private readonly SentenceCheck _sentence = new(thresholds);

    /// <summary>Judges a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="passages">The passages that may support it, in the order in which they are preferred.</param>
    public Judgement Judge(Claimed claim, IEnumerable<Passage> passages)
    {
        var evidence = passages.SelectMany(passage => EvidenceOf(passage)).ToList();
        var whole = Single(claim, evidence);
        if (whole.IsSupported || claim.Statement.IsEmpty)
        {
            return whole;
        }

        // What follows one sentence and differs from it in a place is no statement joined of two.
        var ranked = Ranked(claim, evidence);
        return ranked.Take(thresholds.Followed).Any(sentence => _sentence.FollowsWrongly(claim, sentence)) ? whole
            : ByClauses(claim, evidence) ?? Derivation.Find(claim, ranked, Single) ?? whole;
    }

    /// <summary>The sentences of a passage as evidence.</summary>
    public ImmutableArray<Evidence> EvidenceOf(Passage passage)
    {
        if (_evidence.TryGetValue(passage, out var known))
        {
            return known;
        }

        var read = PassageEvidence.Read(passage);
        _evidence[passage] = read;

        // Paragraphs of news are short: what "he" means stands in the one before.
        var before = _evidence.Keys.FirstOrDefault(other => other.Article == passage.Article && other.Id.Ordinal == passage.Id.Ordinal - 1);
        var after = _evidence.Keys.FirstOrDefault(other => other.Article == passage.Article && other.Id.Ordinal == passage.Id.Ordinal + 1);
        if (before is not null && read is [var first, ..] && _evidence[before] is [.., var last])
        {
            first.Previous = last;
        }

        if (after is not null && _evidence[after] is [var next, ..] && read is [.., var end])
        {
            next.Previous = end;
        }

        return read;
    }

    private Judgement Single(Claimed claim, IReadOnlyList<Evidence> evidence)
    {
        Judgement? first = null;
        foreach (var candidate in Ranked(claim, evidence))
        {
            var judgement = _sentence.Judge(claim, candidate);
            if (judgement.IsSupported)
            {
                return judgement;
            }

            first ??= judgement;
        }

        return first ?? Judgement.Not("it cites no passage");
    }

    private List<Evidence> Ranked(Claimed claim, IReadOnlyList<Evidence> evidence) =>
        [.. evidence.OrderByDescending(candidate => Closeness(claim, candidate)).Take(thresholds.Candidates)];

    // Content first; facts in common break ties, so that the reason told is that of the sentence meant.
    private static double Closeness(Claimed claim, Evidence evidence) =>
        SentenceCheck.IsVerbatim(claim, evidence) ? 2
        : ContentCheck.Share(claim, evidence) + (0.01 * claim.Statement.Facts.Count(fact => evidence.Statement.Facts.Any(other =>
            other.Value == fact.Value)));

    // A claim that joins two sentences is supported when each of its clauses is, and the second is about the first one's subject.
    private Judgement? ByClauses(Claimed claim, IReadOnlyList<Evidence> evidence)
    {
        foreach (var (left, right, subject) in Clauses.Split(claim))
        {
            var first = Single(left, evidence);
            var second = first.IsSupported ? Single(right, evidence) : first;
            if (second.IsSupported && (subject is null || IsAbout(second, evidence, subject)))
            {
                return Judgement.By(first.Citations.Concat(second.Citations));
            }
        }

        return null;
    }

    private static bool IsAbout(Judgement judgement, IReadOnlyList<Evidence> evidence, string subject) =>
        evidence.Where(sentence => judgement.Citations.Any(citation => citation.Passage == sentence.Passage
            && citation.Span == sentence.Span))
            .Any(sentence => new NameMatch(ArticleNames.Of(sentence.Passage.Article).Book) is var names
                && (names.Has(sentence.Statement, subject) || (sentence.Previous is { } previous && names.Has(previous.Statement, subject)
                    && sentence.Statement.Of(FactKind.Name).All(name => name.Span.Start > 0))));
}
