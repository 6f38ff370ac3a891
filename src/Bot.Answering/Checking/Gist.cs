using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>A word of a statement, or a number or date of it, however written.</summary>
/// <param name="Key">The same for what says the same: "twelve" and "12", "May 7" and "7 May".</param>
/// <param name="From">Its first token.</param>
/// <param name="To">The token after it.</param>
/// <param name="Fact">The number or date.</param>
internal readonly record struct Gist(string Key, int From, int To, Fact? Fact)
{
    /// <summary>A statement's words, numbers and dates in order, and its quotation marks.</summary>
    public static ImmutableArray<Gist> Of(FactText text, ImmutableArray<Fact> facts)
    {
        var gists = ImmutableArray.CreateBuilder<Gist>(text.Count);
        var figures = facts.Where(fact => fact.Kind is FactKind.Number or FactKind.Date).ToArray();
        var next = 0;
        for (var at = 0; at < text.Count; at++)
        {
            var token = text.Tokens[at];
            while (next < figures.Length && figures[next].Span.End <= token.Span.Start)
            {
                next++;
            }

            if (next < figures.Length && figures[next].Span.Overlaps(token.Span))
            {
                var from = at;
                while (at + 1 < text.Count && figures[next].Span.Overlaps(text.Tokens[at + 1].Span))
                {
                    at++;
                }

                gists.Add(new Gist(KeyOf(figures[next]), from, at + 1, figures[next]));
            }
            else if (IsKatakana(token))
            {
                // Katakana writes foreign words, so that a run of it is one word where spaces tell none.
                var from = at;
                while (at + 1 < text.Count && IsKatakana(text.Tokens[at + 1]) && text.Touches(at))
                {
                    at++;
                }

                gists.Add(new Gist(text.Span(from, at + 1).In(text.Text), from, at + 1, null));
            }
            else if (token.Kind != TokenKind.Sign)
            {
                gists.Add(new Gist(token.Folded, at, at + 1, null));
            }
            else if (QuotationReader.Plain(token.Folded) == "\"")
            {
                gists.Add(new Gist("\"", at, at + 1, null));
            }
        }

        return gists.DrainToImmutable();
    }

    private static bool IsKatakana(Token token) => token.Folded[0] is >= '\u30A1' and <= '\u30FA' or 'ー';

    // A noun that is counted stands beside its number; a sign is part of it.
    private static string KeyOf(Fact fact) => fact.Kind == FactKind.Date ? $"@{fact.Value}"
        : $"#{fact.Value}{(fact.Unit is "%" or "th" || UnitReader.Currencies.Values.Contains(fact.Unit) ? fact.Unit : "")}";
}
