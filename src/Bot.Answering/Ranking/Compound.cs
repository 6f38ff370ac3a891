namespace Bot.Answering.Ranking;

/// <summary>
/// How far one analysed word is the first or the last part of another: "Gesetz" of "Hochschulgesetz". For languages that write their compounds as one
/// word, of which an analyser leaves each a stranger to its parts.
/// </summary>
internal static class Compound
{
    private const int LeastLetters = 4;

    // "Baut" and "gebaut".
    private const string Participle = "ge";

    // What is left of the whole must be a part too, not an ending.
    private const int LeastOfOther = 3;

    /// <summary>Whether a language's compounds are written as one word.</summary>
    /// <param name="language">Its primary tag.</param>
    public static bool AreWrittenAsOne(string language) => language is "de" or "nl" or "da" or "sv" or "no" or "nb" or "nn";

    /// <summary>From <see cref="SharedBeginning.Least"/> to 1, the more the longer the part (Dice's coefficient of their letters); 0 for strangers, and for numbers.</summary>
    public static double Of(string left, string right)
    {
        var (part, whole) = left.Length < right.Length ? (left, right) : (right, left);
        if (whole.StartsWith(Participle, StringComparison.Ordinal) && SharedBeginning.Of(part, whole[Participle.Length..]) is > 0 and var alike)
        {
            return alike;
        }

        return part.Length >= LeastLetters && !SharedBeginning.HasDigit(whole) && whole.Length - part.Length >= LeastOfOther
            && (whole.EndsWith(part, StringComparison.Ordinal) || whole.StartsWith(part, StringComparison.Ordinal))
            ? Math.Max(SharedBeginning.Least, 2.0 * part.Length / (part.Length + whole.Length))
            : 0;
    }
}
