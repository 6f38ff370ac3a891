using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>
/// Judges whether passages support a claim: a sentence of them must have its numbers, dates, names, quoted words and enough of its content,
/// and say it as negatively, as surely, as conditionally, and as the words of the same speaker. Made for one answer; it keeps what it has read.
/// </summary>
internal sealed class ClaimCheck(CheckThresholds thresholds)
{
    private readonly Dictionary<Passage, ImmutableArray<Evidence>> _evidence = [];

    // By reference: to compare articles as records would read their texts at every look-up.
    private readonly Dictionary<Article, Lazy<NameBook>> _books = new(ReferenceEqualityComparer.Instance);

    /// <summary>Judges a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="passages">The passages that may support it, in the order in which they are preferred.</param>
    public Judgement Judge(Claimed claim, IEnumerable<Passage> passages)
    {
        var evidence = passages.SelectMany(passage => EvidenceOf(passage)).ToList();
        var whole = Single(claim, evidence);
        return whole.IsSupported || claim.Statement.IsEmpty ? whole
            : ByClauses(claim, evidence) ?? Derivation.Find(claim, Ranked(claim, evidence), Single) ?? whole;
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
            var judgement = Against(claim, candidate);
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
        IsVerbatim(claim, evidence) ? 2
        : ContentCheck.Share(claim, evidence) + (0.01 * claim.Statement.Facts.Count(fact => evidence.Statement.Facts.Any(other =>
            other.Value == fact.Value)));

    private Judgement Against(Claimed claim, Evidence evidence)
    {
        var whole = AgainstWhole(claim, evidence);
        return whole.IsSupported || ContentCheck.Share(claim, evidence) < thresholds.LeastShare || Trimming.Of(evidence, claim) is not { } trimmed ? whole
            : AgainstWhole(claim, trimmed) is { IsSupported: true } supported ? supported : whole;
    }

    private Judgement AgainstWhole(Claimed claim, Evidence evidence)
    {
        if (IsVerbatim(claim, evidence))
        {
            return StanceCheck.VerbatimFault(evidence) is { } wrong ? Judgement.Not(wrong)
                : Judgement.By(new Support(evidence).Citations());
        }

        var names = new NameMatch(BookOf(evidence.Passage.Article));
        var support = new Support(evidence);
        var fault = new FactCheck(names).Fault(claim, support)
            ?? ContentCheck.Fault(claim, support, thresholds)
            ?? MarkCheck.Fault(claim.Statement, evidence.Statement, thresholds)
            ?? (claim.Settled.IsEmpty ? CrossingCheck.Fault(claim, evidence.Statement) : null)
            ?? new StanceCheck(names, thresholds).Fault(claim, support)
            ?? PronounFault(claim, evidence, names)
            ?? new AlignmentCheck(names, thresholds).Fault(claim.Statement, support);
        return fault is null ? Judgement.By(support.Citations()) : Judgement.Not(fault);
    }

    // The same words in the same order; numbers and dates may be written otherwise.
    private static bool IsVerbatim(Claimed claim, Evidence evidence) =>
        claim.Statement.Gists.Length == evidence.Statement.Gists.Length
        && claim.Statement.Gists.Select(gist => gist.Key).SequenceEqual(evidence.Statement.Gists.Select(gist => gist.Key));

    private static string? PronounFault(Claimed claim, Evidence evidence, NameMatch names)
    {
        if (!claim.StartsWithPronoun || evidence.Statement.Lexicon.Pronouns.Contains(evidence.Statement.Tokens.Tokens[0].Folded))
        {
            return null;
        }

        var meant = evidence.Statement.Of(FactKind.Name).Where(name => !names.Has(claim.Statement, name.Value)).SelectMany(name =>
            NameParts.Of(name.Value)).ToList();
        return meant.Count == 0 || meant.Any(part => claim.Antecedents.Any(other => NameMatch.Same(part, other)))
            ? null : $"\"{claim.Statement.Tokens.Tokens[0].Folded}\" would be read as someone else than \"{string.Join(' ', meant)}\"";
    }

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

    private bool IsAbout(Judgement judgement, IReadOnlyList<Evidence> evidence, string subject) =>
        evidence.Where(sentence => judgement.Citations.Any(citation => citation.Passage == sentence.Passage
            && citation.Span == sentence.Span))
            .Any(sentence => new NameMatch(BookOf(sentence.Passage.Article)) is var names
                && (names.Has(sentence.Statement, subject) || (sentence.Previous is { } previous && names.Has(previous.Statement, subject)
                    && sentence.Statement.Of(FactKind.Name).All(name => name.Span.Start > 0))));

    private Lazy<NameBook> BookOf(Article article)
    {
        if (!_books.TryGetValue(article, out var book))
        {
            _books[article] = book = new Lazy<NameBook>(() => new NameBook(article));
        }

        return book;
    }
}
