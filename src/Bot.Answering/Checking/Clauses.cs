using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Cuts a claim that joins two statements.</summary>
internal static class Clauses
{
    private const int FewestTerms = 2;
    private const int MostCuts = 4;

    /// <summary>
    /// The ways to cut a claim in two; with each the name that the second part must be about when it has no subject of its own.
    /// </summary>
    public static IEnumerable<(Claimed Left, Claimed Right, string? Subject)> Split(Claimed claim)
    {
        var text = claim.Statement.Tokens;
        var cuts = 0;
        for (var at = 1; at < text.Count - 1 && cuts < MostCuts; at++)
        {
            if (!IsCut(claim, at))
            {
                continue;
            }

            var right = at;
            while (right < text.Count && (text.Tokens[right].Kind == TokenKind.Sign
                || text.Lexicon.ClauseStarts.Contains(text.Tokens[right].Folded)))
            {
                right++;
            }

            var place = text.Tokens[at].Span.Start;
            if (right >= text.Count || claim.Statement.Terms.Count(term => term.Span.Start < place) < FewestTerms
                || claim.Statement.Terms.Count(term => term.Span.Start >= place) < FewestTerms)
            {
                continue;
            }

            cuts++;
            yield return Cut(claim, place, right);
            at = right;
        }
    }

    private static bool IsCut(Claimed claim, int at)
    {
        var text = claim.Statement.Tokens;
        return !claim.Quotations.Any(quotation => quotation.Contains(text.Tokens[at].Span)) && (text.Is(at, ';')
            || text.Lexicon.ClauseStarts.Contains(text.Tokens[at].Folded)
            || (text.Is(at, ',') && text.Lexicon.ClauseStarts.Contains(text.Tokens[at + 1].Folded)));
    }

    private static (Claimed Left, Claimed Right, string? Subject) Cut(Claimed claim, int place, int right)
    {
        var (statement, text) = (claim.Statement, claim.Statement.Text);
        var start = statement.Tokens.Tokens[right].Span.Start;
        var left = new Claimed(text[..place].TrimEnd(' ', ','), statement.Language) { Antecedents = claim.Antecedents };

        // "Bali said A and B": B is what Bali said too.
        var frame = claim.Speeches.Select(speech => speech.Frame).FirstOrDefault(frame => frame.Length > 0 && frame.Start == 0
            && frame.End < place);
        var hasFrame = frame.Length > 0 && !claim.Speeches.Any(speech => speech.Frame.Start >= place);
        var rest = hasFrame ? $"{text[..frame.End]} {text[start..]}" : text[start..];
        var names = left.Names.ToArray();
        var hasSubject = hasFrame || statement.Tokens.IsCapital(right)
            || statement.Lexicon.Stop.Contains(statement.Tokens.Tokens[right].Folded);
        return (left, new Claimed(rest, statement.Language) { Antecedents = [.. names] },
            hasSubject ? null : statement.Of(FactKind.Name).Where(name => name.Span.End <= place).Select(name =>
                name.Value).FirstOrDefault());
    }
}
