namespace Bot.Answering.Ranking;

/// <summary>
/// How far two analysed words begin alike: "transmission" and "transmitted" share what they are about, though a stemmer leaves them apart.
/// The share of their letters that lie in the common beginning (Dice's coefficient, of beginnings as Adamson and Boreham, 1974, took it of digrams).
/// </summary>
internal static class SharedBeginning
{
    /// <summary>Words that are less alike are strangers.</summary>
    public const double Least = 0.6;

    private const int LeastLetters = 3;

    /// <summary>From <see cref="Least"/> to 1 for the same word; 0 for strangers, and for numbers, of which a digit is not more or less.</summary>
    public static double Of(string left, string right)
    {
        if (left == right)
        {
            return 1;
        }

        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared < LeastLetters)
        {
            return 0;
        }

        var alike = 2.0 * shared / (left.Length + right.Length);
        return alike >= Least && !HasDigit(left) && !HasDigit(right) ? alike : 0;
    }

    /// <summary>Whether a word is a number, or has one in it.</summary>
    public static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');
}
