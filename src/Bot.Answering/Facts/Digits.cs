using System.Globalization;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads digits with separators by a language's convention.</summary>
internal static class Digits
{
    private const int MostDigits = 24;

    /// <summary>The value of digits; <see langword="null"/> when they are no single number ("10:30", "1.2.3").</summary>
    public static decimal? Read(string digits, Lexicon lexicon)
    {
        if (digits.Length > MostDigits || digits.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var fraction = Fraction(digits, lexicon);
        var plain = string.Create(CultureInfo.InvariantCulture, $"{OnlyDigits(digits.AsSpan(0, fraction))}");
        if (fraction < digits.Length)
        {
            var decimals = digits.AsSpan(fraction + 1);
            if (OnlyDigits(decimals).Length != decimals.Length)
            {
                return null;
            }

            plain = $"{plain}.{decimals}";
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>A value as invariant digits without needless zeros.</summary>
    public static string Format(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Whether digits are a plain whole number, without separators.</summary>
    public static bool IsPlain(string digits) => digits.All(char.IsAsciiDigit);

    /// <summary>The value of plain digits; -1 when there are too many.</summary>
    public static int Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static int Fraction(string digits, Lexicon lexicon)
    {
        var last = digits.AsSpan().LastIndexOfAnyExceptInRange('0', '9');
        if (last < 0)
        {
            return digits.Length;
        }

        var sign = digits[last];
        var alone = digits.IndexOf(sign, StringComparison.Ordinal) == last;
        if (sign == lexicon.Data.Decimal[0] || sign == '٫')
        {
            return alone ? last : digits.Length;
        }

        // A grouping sign that does not stand before three digits cannot be grouping.
        return sign is '.' or ',' && alone && digits.Length - last - 1 != 3 ? last : digits.Length;
    }

    private static string OnlyDigits(ReadOnlySpan<char> digits)
    {
        Span<char> kept = stackalloc char[digits.Length];
        var count = 0;
        foreach (var sign in digits)
        {
            if (char.IsAsciiDigit(sign))
            {
                kept[count++] = sign;
            }
        }

        return new string(kept[..count]);
    }
}
