namespace Bot.Answering.Facts;

/// <summary>Reads dates written in figures: "2019-03-23", "23.3.2019", "3/23/2019", "2019年3月23日".</summary>
internal static class FigureDateReader
{
    /// <summary>Reads the date that starts at a token, if one does.</summary>
    public static (string Value, int End)? Read(FactText text, int at) => Numeric(text, at) ?? East(text, at);

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
        var value = digits.Length == 4 ? DateValue.Day(Digits.Whole(digits), Digits.Whole(middle), Digits.Whole(last))
            : DayMonthYear(text, digits, middle, last);
        return value is null ? null : (value, at + 5);
    }

    private static string? DayMonthYear(FactText text, string one, string two, string year)
    {
        if (one.Length > 2 || two.Length > 2 || year.Length != 4)
        {
            return null;
        }

        var (first, second) = (Digits.Whole(one), Digits.Whole(two));
        var dayFirst = second > 12 ? false : first > 12 || text.Lexicon.Data.DayFirst;
        return dayFirst ? DateValue.Day(Digits.Whole(year), second, first) : DateValue.Day(Digits.Whole(year), first, second);
    }

    /// <summary>2019年3月23日, 2019년 3월 23일.</summary>
    private static (string Value, int End)? East(FactText text, int at)
    {
        var (year, afterYear) = Part(at, '年', '년');
        var (month, afterMonth) = Part(afterYear, '月', '월');
        if (month is not (>= 1 and <= 12))
        {
            return year is >= YearReader.First and <= YearReader.Last ? (DateValue.Year(year.Value), afterYear) : null;
        }

        var (day, end) = Part(afterMonth, '日', '일');
        if (day is null)
        {
            (day, end) = Part(afterMonth, '号', '號');
        }

        return (day, year) switch
        {
            ( >= 1 and <= 31, { } of) => DateValue.Day(of, month.Value, day.Value) is { } full ? (full, end) : null,
            ( >= 1 and <= 31, null) => (DateValue.DayOfYear(month.Value, day.Value), end),
            (_, { } of) => (DateValue.Month(of, month.Value), afterMonth),
            _ => (DateValue.MonthAlone(month.Value), afterMonth),
        };

        (int? Value, int End) Part(int from, char sign, char other) =>
            text.IsDigits(from) && text.IsWord(from + 1) && text.Touches(from) && text.Tokens[from + 1].Folded[0] is var found
                && (found == sign || found == other) && Digits.IsPlain(text.Tokens[from].Folded)
                ? (Digits.Whole(text.Tokens[from].Folded), from + 2) : (null, from);
    }
}
