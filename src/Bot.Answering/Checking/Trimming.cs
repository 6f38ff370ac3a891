using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>
/// Leaves out of a sentence what stands beside what it states, and the claim says nothing of: its asides, and the other side of a semicolon.
/// What qualifies those does not qualify the claim.
/// </summary>
internal static class Trimming
{
    private const double LeastTaken = 0.7;
    private const int LongestChance = 2;

    /// <summary>The sentence without what the claim leaves out; <see langword="null"/> when it leaves out no such thing.</summary>
    public static Evidence? Of(Evidence evidence, Claimed claim)
    {
        var text = evidence.Statement.Text;
        var parts = Asides.Of(evidence.Statement).Where(part => !IsTaken(part, evidence.Statement, claim.Statement)).Concat(OtherHalf(evidence.Statement, claim.Statement))
            .ToImmutableArray();
        if (parts.IsEmpty || !evidence.Quoted.SequenceEqual(QuotationReader.Spans(text)))
        {
            return null;
        }

        var kept = new System.Text.StringBuilder();
        var from = 0;
        foreach (var part in parts.OrderBy(part => part.Start))
        {
            kept.Append(text, from, Math.Max(0, part.Start - from));
            from = Math.Max(from, part.End);
        }

        var rest = kept.Append(text, from, text.Length - from).ToString().Trim();
        if (rest.Length == 0)
        {
            return null;
        }

        var statement = new Statement(rest, evidence.Statement.Language);
        var quoted = QuotationReader.Spans(rest);
        return evidence with { Statement = statement, Quoted = quoted, Speeches = SpeechReader.Read(statement, quoted) };
    }

    private static bool IsTaken(TextSpan part, Statement statement, Statement claim)
    {
        var words = part.In(statement.Text).Trim(' ', ',', ';');
        return claim.Text.Contains(words, StringComparison.Ordinal) || SharesRun(part, statement, claim)
            || (words is not ['(' or '（', ..] && Taken(part, statement, claim) >= LeastTaken);
    }

    // Three words in a row are no chance.
    private static bool SharesRun(TextSpan part, Statement statement, Statement claim)
    {
        var own = statement.Gists.Where(gist => part.Contains(statement.Tokens.Span(gist.From, gist.To))).Select(gist => gist.Key).ToArray();
        var told = claim.Gists.Select(gist => gist.Key).ToArray();
        return Enumerable.Range(0, Math.Max(0, own.Length - LongestChance)).Any(at => told.AsSpan().IndexOf(own.AsSpan(at, LongestChance + 1)) >= 0);
    }

    // The share of a part's words that the claim has.
    private static double Taken(TextSpan part, Statement statement, Statement claim)
    {
        var terms = statement.Terms.Where(term => part.Contains(term.Span) && !IsStop(statement, term.Span)).Select(term => term.Text).Distinct().ToArray();
        return terms.Length == 0 ? 0 : (double)terms.Count(claim.TermSet.Contains) / terms.Length;
    }

    // What stands on the other side of a semicolon than the claim's words.
    private static IEnumerable<TextSpan> OtherHalf(Statement statement, Statement claim)
    {
        var tokens = statement.Tokens;
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (!tokens.Is(at, ';') && !tokens.Is(at, '；'))
            {
                continue;
            }

            TextSpan left = new(0, tokens.Tokens[at].Span.End), right = new(tokens.Tokens[at].Span.Start, statement.Text.Length);
            var (before, after) = (Taken(left, statement, claim), Taken(right, statement, claim));
            if (Math.Min(before, after) < LeastTaken)
            {
                yield return before < after ? left : right;
            }
        }
    }

    private static bool IsStop(Statement statement, TextSpan span) =>
        statement.TokenAt(span.Start) is { } at && statement.Lexicon.Stop.Contains(statement.Tokens.Tokens[at].Folded);
}
