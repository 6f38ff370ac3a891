using System.Globalization;

namespace Bot.Answering.Facts;

/// <summary>Reads years and decades that stand without a month.</summary>
internal static class YearReader
{
    public const int First = 1000;
    public const int Last = 2199;
    private const int FirstBare = 1500;

    /// <summary>Reads the year or decade at a token, if it is one.</summary>
    public static (string Value, int End)? Read(FactText text, int at)
    {
        if (text.IsDigits(at) && text.Tokens[at].Folded is [>= '1' and <= '9', '0'] && text.Touches(at) && text.IsAnyOf(at + 1,
            text.Lexicon.DecadeSuffixes))
        {
            return ($"{text.Tokens[at].Folded}s", at + 2);
        }

        if (At(text, at) is not { } year)
        {
            return null;
        }

        if (year % 10 == 0 && text.Touches(at) && text.IsAnyOf(at + 1, text.Lexicon.DecadeSuffixes))
        {
            return (Invariant($"{year}s"), at + 2);
        }

        if (text.Touches(at) && text.IsWord(at + 1))
        {
            return null;
        }

        if (text.IsAnyOf(at - 1, text.Lexicon.DecadeLeads) && year % 10 == 0)
        {
            return (Invariant($"{year}s"), at + 1);
        }

        return IsBareYear(text, at, year) ? (Invariant($"{year}"), at + 1) : null;
    }

    /// <summary>The year that four digits may name, whatever stands beside them.</summary>
    public static int? At(FactText text, int at) =>
        text.IsDigits(at) && text.Tokens[at].Folded is { Length: 4 } digits && Digits.IsPlain(digits)
            && int.Parse(digits, CultureInfo.InvariantCulture) is >= First and <= Last and var year
            ? year : null;

    // "in 2014" is a year, "2000 troops" and "$2000" are not.
    private static bool IsBareYear(FactText text, int at, int year)
    {
        if (year < FirstBare || (at > 0 && text.Tokens[at - 1].Folded is "$" or "€" or "£" or "¥") || text.Is(at + 1, '%')
            || text.Is(at + 1, '$') || text.Is(at + 1, '€')
            || text.Lexicon.Units.Has(text.Tokens, at + 1) || text.Lexicon.Magnitudes.Has(text.Tokens, at + 1)
            || (text.Lexicon.Bounds.MatchBefore(text.Tokens, at, out _) > 0 && !text.IsAnyOf(at - 1, text.Lexicon.DateLeads)))
        {
            return false;
        }

        if (!text.IsWord(at + 1) || text.IsCapital(at + 1) || text.Lexicon.Stop.Contains(text.Tokens[at + 1].Folded)
            || !text.Lexicon.IsKnown)
        {
            return true;
        }

        return text.IsAnyOf(at - 1, text.Lexicon.DateLeads) || text.IsAnyOf(at - 1, text.Lexicon.Stop)
            ? !text.Tokens[at + 1].Folded.EndsWith('s') || text.Tokens[at - 1].Folded is "in" or "since" or "en" or "desde" or "depuis"
            : false;
    }

    private static string Invariant(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
