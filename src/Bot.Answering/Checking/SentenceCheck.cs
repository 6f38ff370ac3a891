using Bot.Answering.Facts;

namespace Bot.Answering.Checking;

/// <summary>Judges whether one sentence supports a claim.</summary>
internal sealed class SentenceCheck(CheckThresholds thresholds)
{
    /// <summary>Judges a claim by a sentence; what the sentence only adds beside, and names in another form, do not count against it.</summary>
    public Judgement Judge(Claimed claim, Evidence evidence)
    {
        var whole = AgainstWholeOrTrimmed(claim, evidence);
        return whole.IsSupported || ArticleNames.Of(evidence.Passage.Article).Abbreviations.AsIn(evidence.Statement, claim) is not { } named ? whole
            : AgainstWholeOrTrimmed(named, evidence) is { IsSupported: true } supported ? supported : whole;
    }

    /// <summary>Whether a claim follows a sentence almost word by word and differs from it in a place that matters.</summary>
    public bool FollowsWrongly(Claimed claim, Evidence evidence) =>
        Alignment.Of(claim.Statement.Gists, evidence.Statement.Gists).Share >= thresholds.LeastFollowedAlone
        && new AlignmentCheck(new NameMatch(ArticleNames.Of(evidence.Passage.Article).Book), thresholds)
            .Fault(claim.Statement, new Support(Trimming.Of(evidence, claim) ?? evidence)) is not null;

    private Judgement AgainstWholeOrTrimmed(Claimed claim, Evidence evidence)
    {
        var whole = AgainstWhole(claim, evidence);
        return whole.IsSupported || ContentCheck.Share(claim, evidence) < thresholds.LeastShare ? whole
            : new[] { Trimming.Of(evidence, claim), Gapping.Of(evidence, claim) }.OfType<Evidence>().Select(part => AgainstWhole(claim, part))
                .FirstOrDefault(part => part.IsSupported) ?? whole;
    }

    private Judgement AgainstWhole(Claimed claim, Evidence evidence)
    {
        if (IsVerbatim(claim, evidence))
        {
            return StanceCheck.VerbatimFault(evidence) is { } wrong ? Judgement.Not(wrong)
                : Judgement.By(new Support(evidence).Citations());
        }

        var names = new NameMatch(ArticleNames.Of(evidence.Passage.Article).Book);
        var support = new Support(evidence);
        var fault = new FactCheck(names).Fault(claim, support)
            ?? ContentCheck.Fault(claim, support, thresholds)
            ?? MarkCheck.Fault(claim.Statement, evidence.Statement, thresholds)
            ?? (claim.Settled.IsEmpty ? CrossingCheck.Fault(claim, evidence) : null)
            ?? new StanceCheck(names, thresholds).Fault(claim, support)
            ?? PronounFault(claim, evidence, names)
            ?? new AlignmentCheck(names, thresholds).Fault(claim.Statement, support);
        return fault is null ? Judgement.By(support.Citations()) : Judgement.Not(fault);
    }

    // The same words in the same order; numbers and dates may be written otherwise.
    public static bool IsVerbatim(Claimed claim, Evidence evidence) =>
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
}
