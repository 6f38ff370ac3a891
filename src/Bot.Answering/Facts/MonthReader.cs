using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads dates whose month is a word.</summary>
internal static class MonthReader
{
    /// <summary>"March 23, 2019", "23 de marzo de 2019", "23. März", "March 2019", "March".</summary>
    public static (string Value, int End)? Read(FactText text, int at)
    {
        if (Day(text, at) is var (day, afterDay) && Month(text, Link(text, afterDay)) is var (month, afterMonth))
        {
            return Year(text, month, day, afterMonth);
        }

        if (Month(text, at) is not var (first, after))
        {
            return null;
        }

        if (Day(text, after) is var (following, afterFollowing) && !text.Is(afterFollowing, '%'))
        {
            return Year(text, first, following, afterFollowing);
        }

        var linked = text.Is(after, ',') ? after + 1 : Link(text, after);
        if (YearReader.At(text, linked) is { } year)
        {
            return (DateValue.Month(year, first), linked + 1);
        }

        return StandsAlone(text, at, after) ? (DateValue.MonthAlone(first), after) : null;
    }

    private static (string Value, int End)? Year(FactText text, int month, int day, int after)
    {
        var at = text.Is(after, ',') ? after + 1 : Link(text, after);
        if (YearReader.At(text, at) is { } year && DateValue.Day(year, month, day) is { } full)
        {
            return (full, at + 1);
        }

        return day <= DateTime.DaysInMonth(2024, month) ? (DateValue.DayOfYear(month, day), after) : null;
    }

    private static int Link(FactText text, int at) => text.IsAnyOf(at, text.Lexicon.DateLinks) ? at + 1 : at;

    private static (int Day, int End)? Day(FactText text, int at)
    {
        if (!text.IsDigits(at) || !Digits.IsPlain(text.Tokens[at].Folded) || text.Tokens[at].Folded.Length > 2
            || Digits.Whole(text.Tokens[at].Folded) is not (>= 1 and <= 31 and var day))
        {
            return null;
        }

        if (text.Touches(at) && (text.IsAnyOf(at + 1, text.Lexicon.OrdinalSuffixes) || text.Is(at + 1, 'º')
            || (text.Is(at + 1, '.') && !text.Lexicon.Data.CapitalsAreNames)))
        {
            return (day, at + 2);
        }

        return text.Touches(at) && text.IsWord(at + 1) && !Tokenizer.IsUnspaced(text.Tokens[at + 1].Folded[0]) ? null : (day, at + 1);
    }

    private static (int Month, int End)? Month(FactText text, int at)
    {
        if (!text.IsWord(at) || (text.Lexicon.Data.CapitalsAreDates && !text.IsCapital(at)))
        {
            return null;
        }

        var length = text.Lexicon.Months.Match(text.Tokens, at, out var month);
        if (length == 0)
        {
            return null;
        }

        var end = at + length;
        if (text.Is(end, '/') && text.Lexicon.Months.Match(text.Tokens, end + 1, out var twin) is var more && more > 0 && twin == month)
        {
            end += 1 + more;
        }

        return (month, text.Tokens[at].Folded.Length <= 4 && text.Is(end, '.') && text.Touches(end - 1) && text.IsDigits(end + 1)
            ? end + 1 : end);
    }

    // "Theresa May", "March on", "may": a month's name alone is often something else.
    private static bool StandsAlone(FactText text, int at, int after) =>
        !text.Lexicon.AmbiguousMonths.Contains(text.Tokens[at].Folded)
            ? !(text.IsCapital(at - 1) && text.Lexicon.Data.CapitalsAreNames && !text.StartsSentence(at - 1)
                && text.Lexicon.Data.CapitalsAreDates)
            : text.IsAnyOf(at - 1, text.Lexicon.DateLeads) && !text.IsCapital(after);
}
