using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Evaluation.Claims;

/// <summary>The same in another form.</summary>
internal static class WordingFillers
{
    private static readonly ImmutableArray<string> Ones =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly ImmutableArray<string> Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>A number in words; <see langword="null"/> when it has more than one.</summary>
    public static string? InWords(int value) => value < Ones.Length ? Ones[value] : value < 100 && value % 10 == 0 ? Tens[value / 10] : null;

    public static string? Words(string argument) => InWords(int.Parse(argument, CultureInfo.InvariantCulture));

    public static string? Digits(string argument) =>
        Ones.IndexOf(argument) is > 0 and var ones ? Invariant(ones) : Tens.IndexOf(argument) is > 1 and var tens ? Invariant(tens * 10) : null;

    /// <summary>A number with two digits that count; <see langword="null"/> when it has no more itself.</summary>
    public static string? Rounded(string argument)
    {
        var value = decimal.Parse(argument, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var unit = 1m;
        while (value / unit >= 100)
        {
            unit *= 10;
        }

        var rounded = Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
        // "About 100" for 99.8 says more than it rounds.
        return rounded == value || rounded == unit * 100 || rounded == 0 ? null
            : rounded.ToString(argument.Contains(',', StringComparison.Ordinal) ? "N0" : "F0", CultureInfo.InvariantCulture);
    }

    public static string? Capital(string argument) =>
        argument.Length == 0 ? argument : $"{char.ToUpperInvariant(argument[0])}{argument[1..]}";

    public static string? Lower(string argument) => $"{char.ToLowerInvariant(argument[0])}{argument[1..]}";

    /// <summary>What may stand within a sentence: "the" instead of "The"; a name stays as it is.</summary>
    public static string? LowerArticle(string argument) =>
        argument.Split(' ', 2)[0] is "The" or "A" or "An" or "This" or "His" or "Her" or "Its" or "Their" or "Much" ? Lower(argument) : argument;

    /// <summary>The past tense of a participle that has another: "wrote" of "written".</summary>
    public static string? Past(NoisePlace place, string argument) => Paired(place, "past", argument);

    /// <summary>What one does, of a participle: "owns" of "owned".</summary>
    public static string? Present(NoisePlace place, string argument) => Paired(place, "present", argument);

    private static string? Paired(NoisePlace place, string list, string argument) =>
        place.Book.List(list).Select(pair => pair.Split(' ')).FirstOrDefault(pair => pair[0] == argument) is [_, var other] ? other : null;

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
