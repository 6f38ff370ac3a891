using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Whether enough of a claim's content is in a sentence, and none of it turned into its opposite.</summary>
internal static class ContentCheck
{
    private const int HeaviestTerm = 8;

    /// <summary>The share of the content, longer words weighing more, 0 to 1.</summary>
    public static double Share(Claimed claim, Evidence evidence)
    {
        if (claim.Content.IsEmpty)
        {
            return claim.Statement.IsEmpty ? 0 : 1;
        }

        double found = 0, all = 0;
        foreach (var term in claim.Content)
        {
            var weight = Math.Min(term.Text.Length, HeaviestTerm);
            all += weight;
            found += Has(evidence, term.Text) ? weight : 0;
        }

        return found / all;
    }

    public static string? Fault(Claimed claim, Support support, CheckThresholds thresholds)
    {
        var least = claim.Statement.HasCapitals ? thresholds.LeastShare : thresholds.LeastShareWithoutCapitals;
        if (Share(claim, support.Main) is var share && share < least)
        {
            var missing = claim.Content.Where(term => !Has(support.Main, term.Text)).Select(term =>
                $"\"{term.Span.In(claim.Statement.Text)}\"").Distinct().Take(4);
            return claim.Statement.IsEmpty ? "it states nothing that could be checked"
                : $"too little of it is in the passage: {string.Join(", ", missing)}";
        }

        return Opposite(claim.Statement, support);
    }

    public static bool Has(Evidence evidence, string term) => evidence.Statement.TermSet.Contains(term)
        || evidence.Context.TermSet.Contains(term)
        || (evidence.SpokenIn?.Statement.TermSet.Contains(term) ?? false);

    private static string? Opposite(Statement claim, Support support)
    {
        foreach (var (one, other) in Opposites.Of(claim.Language).Pairs)
        {
            if (Knows(claim, one) && !Knows(claim, other) && support.Statements.Any(evidence => Knows(evidence.Statement, other))
                && !support.Statements.Any(evidence => Knows(evidence.Statement, one)))
            {
                return $"\"{one}\" is the opposite of \"{other}\" in the passage";
            }
        }

        return null;
    }

    private static bool Knows(Statement statement, string word) => statement.Words.Contains(word) || statement.TermSet.Contains(word);
}
