using System.Collections.Frozen;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads what a number counts: a currency, a measure, or the noun that follows.</summary>
internal static class UnitReader
{
    private const int LongestNoun = 3;

    /// <summary>Signs and codes beside a number, and the currency they mean.</summary>
    public static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["$"] = "usd",
        ["€"] = "eur",
        ["£"] = "gbp",
        ["¥"] = "jpy",
        ["￥"] = "jpy",
        ["₹"] = "inr",
        ["₽"] = "rub",
        ["₩"] = "krw",
        ["usd"] = "usd",
        ["eur"] = "eur",
        ["gbp"] = "gbp",
        ["chf"] = "chf",
        ["元"] = "cny",
        ["円"] = "jpy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The unit after a number and the token after it; empty when nothing is counted.</summary>
    public static (string Unit, int End) After(FactText text, int end)
    {
        var at = text.IsDash(end) && text.Touches(end - 1) && text.Touches(end) ? end + 1 : end;
        var length = text.Lexicon.Units.Match(text.Tokens, at, out var unit);
        if (length > 0)
        {
            return (unit!, at + length);
        }

        if (!text.IsWord(at))
        {
            return ("", end);
        }

        if (Tokenizer.IsUnspaced(text.Tokens[at].Folded[0]))
        {
            return text.Touches(at - 1) ? (text.Tokens[at].Folded, at + 1) : ("", end);
        }

        return Noun(text, at) is { } noun ? (text.Tokens[noun].Folded, noun + 1) : ("", end);
    }

    // The counted noun: the first plural of the next words ("200 American troops"), else the word itself.
    private static int? Noun(FactText text, int at)
    {
        int? first = null;
        for (var word = at; word < at + LongestNoun && text.IsWord(word) && text.IsFree(word) && !text.IsAnyOf(word, text.Lexicon.Stop)
            && !text.Lexicon.Numbers.Has(text.Tokens, word); word++)
        {
            if (text.Tokens[word].Folded.EndsWith('s') || (!text.Lexicon.Data.CapitalsAreNames && text.IsCapital(word)))
            {
                return word;
            }

            first ??= text.IsCapital(word) && text.Lexicon.Data.CapitalsAreNames ? null : word;
            if (text.IsDash(word + 1))
            {
                break;
            }
        }

        return first;
    }
}
