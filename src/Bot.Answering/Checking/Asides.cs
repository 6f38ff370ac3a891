using System.Text.RegularExpressions;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>
/// Finds what a sentence says beside its main statement, which holds without it: parentheses, "However," and "In 1990," at its start,
/// ", which …,", ", a town in the north,", ", making it larger", ", and the mayor came".
/// </summary>
internal static partial class Asides
{
    private const int LongestLead = 12;
    private const int LongestApposition = 10;

    public static IEnumerable<TextSpan> Of(Statement statement) =>
        Parentheses(statement.Text).Concat(Lead(statement)).Concat(AfterCommas(statement)).Where(aside => !statement.Marks.Any(mark =>
            mark.Cue.Kind is CueKind.Condition or CueKind.Attribution or CueKind.AttributionAfter && Begins(mark, aside)));

    // "In case of rain,", ", assuming that": a comma and a space may stand before.
    private static bool Begins(Mark mark, TextSpan aside) => mark.Span.Start >= aside.Start && mark.Span.Start <= aside.Start + 2;

    private static IEnumerable<TextSpan> Parentheses(string text) =>
        Parenthesis().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length));

    private static IEnumerable<TextSpan> Lead(Statement statement)
    {
        var tokens = statement.Tokens;
        var comma = tokens.IsAnyOf(0, statement.Lexicon.Leads) ? Comma(tokens, 1, LongestLead)
            : statement.Lexicon.Openers.Match(tokens.Tokens, 0, out _) is var opener and > 0 && tokens.Is(opener, ',') ? opener
            : null;
        return comma is { } at ? [new TextSpan(0, tokens.Tokens[at].Span.End)] : [];
    }

    private static IEnumerable<TextSpan> AfterCommas(Statement statement)
    {
        var (tokens, lexicon) = (statement.Tokens, statement.Lexicon);
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!tokens.Is(at - 1, ',') || !tokens.IsWord(at))
            {
                continue;
            }

            int? end = tokens.IsAnyOf(at, lexicon.Relatives) ? ClauseEnd(tokens, at)
                : tokens.IsAnyOf(at, lexicon.Articles) ? Comma(tokens, at, LongestApposition) is { } comma && !IsSpeaker(statement, comma) ? tokens.Tokens[comma].Span.End : null
                : tokens.IsAnyOf(at, lexicon.OwnClauses) || lexicon.IsParticiple(tokens.Tokens[at].Folded) ? LastWord(tokens)
                : null;
            if (end is { } there)
            {
                yield return new TextSpan(tokens.Tokens[at - 1].Span.Start, there);
            }
        }
    }

    // ", the operator said," tells whose words these are and is beside nothing.
    private static bool IsSpeaker(Statement statement, int comma) =>
        statement.Marks.Any(mark => mark.Cue.Kind == CueKind.Reporting && mark.To == comma);

    // A comma goes with the clause, a semicolon does not.
    private static int ClauseEnd(FactText tokens, int from)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens.Is(at, ',') || tokens.Is(at, ';'))
            {
                return tokens.Is(at, ',') ? tokens.Tokens[at].Span.End : tokens.Tokens[at].Span.Start;
            }
        }

        return LastWord(tokens);
    }

    private static int? Comma(FactText tokens, int from, int most)
    {
        for (var at = from; at < tokens.Count && at - from <= most; at++)
        {
            if (tokens.Is(at, ','))
            {
                return at;
            }
        }

        return null;
    }

    private static int LastWord(FactText tokens) => tokens.Tokens.Last(token => token.Kind != TokenKind.Sign).Span.End;

    [GeneratedRegex(@"\s?[(（][^()（）]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();
}
