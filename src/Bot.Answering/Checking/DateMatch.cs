using System.Globalization;

namespace Bot.Answering.Checking;

/// <summary>Compares dates of any exactness; a weekday or a day without a year counts back from when the article was published.</summary>
internal static class DateMatch
{
    /// <summary>Whether a date follows from another, and whether that takes the date of publication.</summary>
    /// <param name="told">The claim's date.</param>
    /// <param name="given">The passage's date.</param>
    /// <param name="published">When the article was published, if known and if the passage speaks of then.</param>
    public static (bool Follows, bool ByPublication) Follows(string told, string given, DateOnly? published)
    {
        if (told == given || Less(given).Contains(told))
        {
            return (true, false);
        }

        return published is { } day && Resolve(given, day) is { } resolved && (told == resolved || Less(resolved).Contains(told))
            ? (true, true) : (false, false);
    }

    /// <summary>
    /// A date of a weekday, a day of the year or a month, the last one up to a day; <see langword="null"/> for other dates.
    /// </summary>
    public static string? Resolve(string given, DateOnly published)
    {
        if (Enum.TryParse<DayOfWeek>(given, ignoreCase: true, out var weekday) && !char.IsAsciiDigit(given[0]))
        {
            return Iso(published.AddDays(-((published.DayOfWeek - weekday + 7) % 7)));
        }

        if (!given.StartsWith("--", StringComparison.Ordinal)
            || !int.TryParse(given.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return null;
        }

        if (given.Length == 4)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{(month <= published.Month ? published.Year : published.Year - 1):0000}-{month:00}");
        }

        var date = int.Parse(given.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture);
        for (var year = published.Year; year > published.Year - 8 && year > 1; year--)
        {
            if (date <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, date) is var found && found <= published)
            {
                return Iso(found);
            }
        }

        return null;
    }

    /// <summary>The less exact dates that follow from a date.</summary>
    private static IEnumerable<string> Less(string date)
    {
        if (date.Length == 10 && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            yield return date[..7];
            yield return $"-{date[4..]}";
            yield return $"-{date[4..7]}";
            yield return day.DayOfWeek.ToString().ToLowerInvariant();
        }

        if (date.StartsWith("--", StringComparison.Ordinal))
        {
            yield return date[..4];
        }
        else if (date.Length is 4 or 7 or 10 && char.IsAsciiDigit(date[0]))
        {
            yield return date[..4];
            yield return $"{date[..3]}0s";
            if (date.Length == 7)
            {
                yield return $"-{date[4..]}";
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
