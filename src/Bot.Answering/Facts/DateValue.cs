using System.Globalization;

namespace Bot.Answering.Facts;

/// <summary>Writes dates as far as they are known, as ISO 8601 has it; a day or month of any year starts with two dashes.</summary>
internal static class DateValue
{
    /// <summary><c>2019-03-23</c>; <see langword="null"/> when there is no such day, or nobody would mean it.</summary>
    public static string? Day(int year, int month, int day) =>
        year is >= YearReader.First and <= YearReader.Last && month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? Invariant($"{year:0000}-{month:00}-{day:00}") : null;

    /// <summary><c>2019-03</c>.</summary>
    public static string Month(int year, int month) => Invariant($"{year:0000}-{month:00}");

    /// <summary><c>2019</c>.</summary>
    public static string Year(int year) => Invariant($"{year:0000}");

    /// <summary><c>--03-23</c>.</summary>
    public static string DayOfYear(int month, int day) => Invariant($"--{month:00}-{day:00}");

    /// <summary><c>--03</c>.</summary>
    public static string MonthAlone(int month) => Invariant($"--{month:00}");

    private static string Invariant(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
