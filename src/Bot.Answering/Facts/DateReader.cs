using System.Globalization;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads dates, months, years, decades and weekdays, and takes their tokens.</summary>
internal static class DateReader
{
    private const int FirstYear = 1000;
    private const int FirstBareYear = 1500;
    private const int LastYear = 2199;

    public static IEnumerable<Fact> Read(FactText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if ((Numeric(text, at) ?? East(text, at) ?? Written(text, at) ?? Weekday(text, at) ?? Year(text, at)) is not var (value, end))
            {
                continue;
            }

            var span = text.Span(at, end);
            text.Take(at, end);
            yield return new Fact(FactKind.Date, span, value);
            at = end - 1;
        }
    }

    private static (string Value, int End)? Numeric(FactText text, int at)
    {
        if (!text.IsDigits(at))
        {
            return null;
        }

        var digits = text.Tokens[at].Folded;
        if (digits.Split('.') is [var one, var two, var three])
        {
            return DayMonthYear(text, one, two, three) is { } dotted ? (dotted, at + 1) : null;
        }

        if (!(text.Is(at + 1, '-') || text.Is(at + 1, '/')) || !text.IsDigits(at + 2) || !text.Is(at + 3, text.Tokens[at + 1].Folded[0])
            || !text.IsDigits(at + 4) || !text.Touches(at) || !text.Touches(at + 1) || !text.Touches(at + 2) || !text.Touches(at + 3))
        {
            return null;
        }

        var (middle, last) = (text.Tokens[at + 2].Folded, text.Tokens[at + 4].Folded);
        var value = digits.Length == 4 ? Full(Number(digits), Number(middle), Number(last)) : DayMonthYear(text, digits, middle, last);
        return value is null ? null : (value, at + 5);
    }

    private static string? DayMonthYear(FactText text, string one, string two, string year)
    {
        if (one.Length > 2 || two.Length > 2 || year.Length != 4)
        {
            return null;
        }

        var (first, second) = (Number(one), Number(two));
        var dayFirst = second > 12 ? false : first > 12 || text.Lexicon.Data.DayFirst;
        return dayFirst ? Full(Number(year), second, first) : Full(Number(year), first, second);
    }

    /// <summary>2019年3月23日, 2019년 3월 23일.</summary>
    private static (string Value, int End)? East(FactText text, int at)
    {
        var (year, afterYear) = Part(at, '年', '년');
        var (month, afterMonth) = Part(afterYear, '月', '월');
        if (month is not (>= 1 and <= 12))
        {
            return year is >= FirstYear and <= LastYear ? (Invariant($"{year:0000}"), afterYear) : null;
        }

        var (day, end) = Part(afterMonth, '日', '일');
        if (day is null)
        {
            (day, end) = Part(afterMonth, '号', '號');
        }

        return (day, year) switch
        {
            ( >= 1 and <= 31, { } of) => Full(of, month.Value, day.Value) is { } full ? (full, end) : null,
            ( >= 1 and <= 31, null) => (Invariant($"--{month:00}-{day:00}"), end),
            (_, { } of) => (Invariant($"{of:0000}-{month:00}"), afterMonth),
            _ => (Invariant($"--{month:00}"), afterMonth),
        };

        (int? Value, int End) Part(int from, char sign, char other) =>
            text.IsDigits(from) && text.IsWord(from + 1) && text.Touches(from) && text.Tokens[from + 1].Folded[0] is var found
                && (found == sign || found == other) && Digits.IsPlain(text.Tokens[from].Folded)
                ? (Number(text.Tokens[from].Folded), from + 2) : (null, from);
    }

    /// <summary>"March 23, 2019", "23 de marzo de 2019", "23. März", "March 2019", "March".</summary>
    private static (string Value, int End)? Written(FactText text, int at)
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
        if (YearAt(text, linked) is { } year)
        {
            return (Invariant($"{year}-{first:00}"), linked + 1);
        }

        return StandsAlone(text, at, after) ? (Invariant($"--{first:00}"), after) : null;
    }

    private static (string Value, int End)? Year(FactText text, int month, int day, int after)
    {
        var at = text.Is(after, ',') ? after + 1 : Link(text, after);
        if (YearAt(text, at) is { } year && Full(year, month, day) is { } full)
        {
            return (full, at + 1);
        }

        return day <= DateTime.DaysInMonth(2024, month) ? (Invariant($"--{month:00}-{day:00}"), after) : null;
    }

    private static int Link(FactText text, int at) => text.IsAnyOf(at, text.Lexicon.DateLinks) ? at + 1 : at;

    private static (int Day, int End)? Day(FactText text, int at)
    {
        if (!text.IsDigits(at) || !Digits.IsPlain(text.Tokens[at].Folded) || text.Tokens[at].Folded.Length > 2
            || Number(text.Tokens[at].Folded) is not (>= 1 and <= 31 and var day))
        {
            return null;
        }

        if (text.Touches(at) && (text.IsAnyOf(at + 1, text.Lexicon.OrdinalSuffixes) || (text.Is(at + 1, '.') && !text.Lexicon.Data.CapitalsAreNames)
            || text.Is(at + 1, 'º')))
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

        return (month, text.Tokens[at].Folded.Length <= 4 && text.Is(end, '.') && text.Touches(end - 1) && (text.IsDigits(end + 1)) ? end + 1 : end);
    }

    // "Theresa May", "March on", "may": a month's name alone is often something else.
    private static bool StandsAlone(FactText text, int at, int after) =>
        !text.Lexicon.AmbiguousMonths.Contains(text.Tokens[at].Folded)
            ? !(text.IsCapital(at - 1) && text.Lexicon.Data.CapitalsAreNames && !text.StartsSentence(at - 1) && text.Lexicon.Data.CapitalsAreDates)
            : text.IsAnyOf(at - 1, text.Lexicon.DateLeads) && !text.IsCapital(after);

    private static (string Value, int End)? Weekday(FactText text, int at)
    {
        if (!text.IsWord(at) || (text.Lexicon.Data.CapitalsAreDates && !text.IsCapital(at)))
        {
            return null;
        }

        var length = text.Lexicon.Weekdays.Match(text.Tokens, at, out var weekday);
        return length > 0 && (!text.Lexicon.AmbiguousMonths.Contains(text.Tokens[at].Folded) || text.Is(at + 1, ',') || text.Is(at + 1, '.'))
            ? (weekday!, at + length) : null;
    }

    private static (string Value, int End)? Year(FactText text, int at)
    {
        if (text.IsDigits(at) && text.Tokens[at].Folded is [>= '1' and <= '9', '0'] && text.Touches(at) && text.IsAnyOf(at + 1, text.Lexicon.DecadeSuffixes))
        {
            return ($"{text.Tokens[at].Folded}s", at + 2);
        }

        if (YearAt(text, at) is not { } year)
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

    private static int? YearAt(FactText text, int at) =>
        text.IsDigits(at) && text.Tokens[at].Folded is { Length: 4 } digits && Digits.IsPlain(digits) && Number(digits) is >= FirstYear and <= LastYear and var year
            ? year : null;

    // "in 2014" is a year, "2000 troops" and "$2000" are not.
    private static bool IsBareYear(FactText text, int at, int year)
    {
        if (year < FirstBareYear || (at > 0 && text.Tokens[at - 1].Folded is "$" or "€" or "£" or "¥") || text.Is(at + 1, '%') || text.Is(at + 1, '$') || text.Is(at + 1, '€')
            || text.Lexicon.Units.Has(text.Tokens, at + 1) || text.Lexicon.Magnitudes.Has(text.Tokens, at + 1)
            || (text.Lexicon.Bounds.MatchBefore(text.Tokens, at, out _) > 0 && !text.IsAnyOf(at - 1, text.Lexicon.DateLeads)))
        {
            return false;
        }

        if (!text.IsWord(at + 1) || text.IsCapital(at + 1) || text.Lexicon.Stop.Contains(text.Tokens[at + 1].Folded) || !text.Lexicon.IsKnown)
        {
            return true;
        }

        return text.IsAnyOf(at - 1, text.Lexicon.DateLeads) || text.IsAnyOf(at - 1, text.Lexicon.Stop)
            ? !text.Tokens[at + 1].Folded.EndsWith('s') || text.Tokens[at - 1].Folded is "in" or "since" or "en" or "desde" or "depuis"
            : false;
    }

    private static string? Full(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Invariant($"{year:0000}-{month:00}-{day:00}") : null;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static string Invariant(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
