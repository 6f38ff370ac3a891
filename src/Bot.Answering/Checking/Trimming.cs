using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>
/// Leaves out of a sentence what stands beside what it states, and the claim says nothing of: parentheses, clauses such as ", which …,", the
/// other side of a semicolon. What qualifies those does not qualify the claim.
/// </summary>
internal static partial class Trimming
{
    private const double LeastTaken = 0.5;

    /// <summary>The sentence without what the claim leaves out; <see langword="null"/> when it leaves out no such thing.</summary>
    public static Evidence? Of(Evidence evidence, Claimed claim)
    {
        var text = evidence.Statement.Text;
        var parts = Parts(evidence.Statement).Where(part => !IsTaken(part, evidence.Statement, claim.Statement)).ToImmutableArray();
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
        var terms = statement.Terms.Where(term => part.Contains(term.Span) && !IsStop(statement, term.Span)).Select(term => term.Text).Distinct().ToArray();
        return terms.Length > 0 && terms.Count(claim.TermSet.Contains) >= LeastTaken * terms.Length;
    }

    private static bool IsStop(Statement statement, TextSpan span) =>
        statement.TokenAt(span.Start) is { } at && statement.Lexicon.Stop.Contains(statement.Tokens.Tokens[at].Folded);

    private static IEnumerable<TextSpan> Parts(Statement statement)
    {
        var (tokens, text) = (statement.Tokens, statement.Text);
        foreach (Match match in Parenthesis().Matches(text))
        {
            yield return new TextSpan(match.Index, match.Index + match.Length);
        }

        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens.Is(at - 1, ',') && tokens.IsAnyOf(at, statement.Lexicon.Relatives))
            {
                yield return new TextSpan(tokens.Tokens[at - 1].Span.Start, CommaAfter(tokens, at) ?? LastWord(tokens));
            }
            else if (tokens.Is(at - 1, ',') && tokens.IsAnyOf(at, statement.Lexicon.Concessions))
            {
                yield return new TextSpan(tokens.Tokens[at - 1].Span.Start, LastWord(tokens));
            }
            else if (tokens.Is(at - 1, ';') || tokens.Is(at - 1, '；'))
            {
                yield return new TextSpan(0, tokens.Tokens[at - 1].Span.End);
                yield return new TextSpan(tokens.Tokens[at - 1].Span.Start, text.Length);
            }
        }
    }

    private static int? CommaAfter(FactText tokens, int from) =>
        Enumerable.Range(from, tokens.Count - from).Where(at => tokens.Is(at, ',')).Select(at => (int?)tokens.Tokens[at].Span.End).FirstOrDefault();

    private static int LastWord(FactText tokens) => tokens.Tokens.Last(token => token.Kind != TokenKind.Sign).Span.End;

    [GeneratedRegex(@"\s?[(（][^()（）]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();
}
