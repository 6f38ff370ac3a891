namespace Bot.Knowledge.Languages;

/// <summary>
/// Hands out the string it has for a word where it has one: most words of a text were met before, and what is kept of many texts is mostly words.
/// A word met later may take another's place, so that it never grows. Safe to call from many threads.
/// </summary>
internal static class TermPool
{
    private const int Places = 1 << 15;

    private static readonly string?[] Words = new string?[Places];

    /// <summary>A string of these letters.</summary>
    public static string Of(ReadOnlySpan<char> letters)
    {
        ref var place = ref Words[string.GetHashCode(letters) & (Places - 1)];
        return place is { } known && letters.SequenceEqual(known) ? known : place = letters.ToString();
    }
}
