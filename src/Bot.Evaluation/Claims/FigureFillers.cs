using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>Other figures and dates than those of a sentence, and those that follow from it.</summary>
internal static partial class FigureFillers
{
    private const int Tries = 20;

    // Far enough from the right one that no rounding makes them meet.
    private static readonly double[] Larger = [1.3, 1.5, 1.7, 2, 3];
    private static readonly double[] Smaller = [0.3, 0.4, 0.5, 0.6, 0.75];

    /// <summary>Another number with as many decimals; where the sentence says "more than", a larger one.</summary>
    public static string? Number(NoisePlace place, string argument)
    {
        if (!decimal.TryParse(argument.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value == 0)
        {
            return null;
        }

        var before = place.Sentence.Text[..place.Match.Index].TrimEnd();
        double[] factors = AboveIt().IsMatch(before) ? Larger : BelowIt().IsMatch(before) ? Smaller : [.. Larger, .. Smaller];
        var decimals = argument.Contains('.', StringComparison.Ordinal) ? argument.Length - argument.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        for (var turn = 0; turn < Tries; turn++)
        {
            var other = Math.Round((value * (decimal)factors[place.Random.Next(factors.Length)]) + place.Random.Next(3), decimals);
            var format = (argument.Contains(',', StringComparison.Ordinal) ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture);
            var isFar = AboveIt().IsMatch(before) ? other > value : BelowIt().IsMatch(before) ? other < value : Math.Abs(other - value) * 8 >= value;
            if (other > 1 && other != value && isFar && other.ToString(format, CultureInfo.InvariantCulture) is var written && IsNew(place, other, written))
            {
                return written;
            }
        }

        return null;
    }

    /// <summary>Another year, at most 60 years away.</summary>
    public static string? Year(NoisePlace place, string argument) =>
        Near(place, int.Parse(argument, CultureInfo.InvariantCulture), 60, 1000, 2099);

    /// <summary>Another day of a month.</summary>
    public static string? Day(NoisePlace place, string argument) => Near(place, int.Parse(argument, CultureInfo.InvariantCulture), 27, 1, 28);

    /// <summary>How many years lie between the two in a text.</summary>
    public static string? Years(NoisePlace place) =>
        FourDigits().Matches(place.Match.Value) is [var first, var last] && Whole(last) - Whole(first) is > 1 and < 200 and var years
            ? years.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The day that a weekday was, counted back from the article's publication.</summary>
    public static string? Dated(NoisePlace place, string argument)
    {
        if (place.Sentence.Article.Published is not { } published || !Enum.TryParse<DayOfWeek>(argument, out var weekday))
        {
            return null;
        }

        var day = published.Date.AddDays(-((published.DayOfWeek - weekday + 7) % 7));
        return day.ToString(place.Random.Next(2) == 0 ? "d MMMM yyyy" : "MMMM d, yyyy", CultureInfo.InvariantCulture);
    }

    private static string? Near(NoisePlace place, int value, int most, int first, int last)
    {
        for (var turn = 0; turn < Tries; turn++)
        {
            var other = value + place.Random.Next(-most, most + 1);
            if (other >= first && other <= last && other != value && other.ToString(CultureInfo.InvariantCulture) is var written && IsNew(place, other, written))
            {
                return written;
            }
        }

        return null;
    }

    // Neither the number nor its words may stand in what the claim is checked against.
    private static bool IsNew(NoisePlace place, decimal value, string written)
    {
        var plain = written.Replace(",", "", StringComparison.Ordinal);
        return !Figure().Matches(place.Sentence.Around).Any(figure => figure.Value.Trim('.', ',').Replace(",", "", StringComparison.Ordinal) == plain)
            && !(value < 100 && WordingFillers.InWords((int)value) is { } words && place.Sentence.Around.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static int Whole(Match digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:more than|over|above|at least|exceed(?:s|ed|ing)|no fewer than|no less than|nearly|almost|als|mindestens|über|más de|al menos)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboveIt();

    [GeneratedRegex(@"(?:less than|under|below|fewer than|up to|at most|as many as|as much as|no more than|unter|bis zu|höchstens|menos de|hasta)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BelowIt();

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();
}
