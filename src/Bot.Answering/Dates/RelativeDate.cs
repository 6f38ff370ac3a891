using System.Globalization;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Dates;

/// <summary>Words that name a day by its distance from the day of writing: "Saturday", "last month".</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Unit">What they count in.</param>
/// <param name="Offset">How many units from the day of writing; for a weekday, which one (0 is Sunday).</param>
/// <param name="Ahead">Whether what is said of it is to come.</param>
internal readonly record struct RelativeDate(TextSpan Span, RelativeUnit Unit, int Offset, bool Ahead)
{
    /// <summary>The calendar's words for it, in a language, seen from the day of writing.</summary>
    public string Resolve(DateOnly written, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return Unit switch
        {
            RelativeUnit.Day => Long(written.AddDays(Offset), culture),
            RelativeUnit.Weekday => Long(written.AddDays(DaysTo(written)), culture),
            RelativeUnit.Week => string.Create(culture, $"{Long(Monday(written).AddDays(7 * Offset), culture)} – {Long(Monday(written).AddDays((7 * Offset) + 6), culture)}"),
            RelativeUnit.Month => written.AddMonths(Offset).ToString(culture.DateTimeFormat.YearMonthPattern, culture),
            _ => written.AddYears(Offset).ToString("yyyy", culture),
        };
    }

    // The culture's long date, without the weekday that the words already name.
    private static string Long(DateOnly day, CultureInfo culture) =>
        day.ToString(culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،'), culture);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // News names the last such day up to the day of writing, or the first one after it when it speaks of what is to come.
    private int DaysTo(DateOnly written)
    {
        var back = ((int)written.DayOfWeek - Offset + 7) % 7;
        return Ahead ? 7 - back : -back;
    }
}

/// <summary>What a relative date counts in.</summary>
internal enum RelativeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>Weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}
