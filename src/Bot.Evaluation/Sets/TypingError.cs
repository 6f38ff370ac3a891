using System.Text;

namespace Bot.Evaluation.Sets;

/// <summary>Makes one typing error in a question: two letters swapped, one left out, doubled, or another in its place.</summary>
internal static class TypingError
{
    private const int ShortestWord = 4;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The text with an error in one of its longer words; the same one each time for the same seed.</summary>
    public static string In(string text, string seed)
    {
        var random = new Random(Hash(seed));
        var words = Words(text).ToArray();
        if (words.Length == 0)
        {
            return text;
        }

        var (start, end) = words[random.Next(words.Length)];

        // Few mistype a first letter.
        var at = random.Next(start + 1, end - 1);
        var letter = text[at];
        var (removed, put) = random.Next(4) switch
        {
            0 when text[at + 1] != letter => (2, $"{text[at + 1]}{letter}"),
            1 => (1, ""),
            2 => (1, $"{letter}{letter}"),
            _ => (1, Letters[(Letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase) + random.Next(1, Letters.Length)) % Letters.Length].ToString()),
        };
        return new StringBuilder(text).Remove(at, removed).Insert(at, put).ToString();
    }

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            if (end - start >= ShortestWord)
            {
                yield return (start, end);
            }

            start = end + 1;
        }
    }

    // Not string.GetHashCode, which differs from process to process (FNV-1a).
    private static int Hash(string text) => text.Aggregate(unchecked((int)2166136261), (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
