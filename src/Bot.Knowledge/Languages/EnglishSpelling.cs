using System.Collections.Frozen;

namespace Bot.Knowledge.Languages;

/// <summary>Reads British spellings as American ones, so that "organisation" finds "organization". The words are data, in <c>Spellings/en.txt</c>.</summary>
internal static class EnglishSpelling
{
    private const char Note = '#';
    private const char Kept = '=';

    // "Wise" and "rise" are too short to be led astray.
    private const int ShortestStem = 4;

    private static readonly string[] Endings = ["isations", "isation", "ising", "ised", "iser", "isers", "ises", "ise", "ysing", "ysed", "yses", "yse"];

    private static readonly FrozenDictionary<string, string> Beginnings;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BeginningsBySpan;
    private static readonly string[] KeptBeginnings;
    private static readonly int Shortest;
    private static readonly int Longest;

    static EnglishSpelling()
    {
        using var stream = typeof(EnglishSpelling).Assembly.GetManifestResourceStream("Spellings/en")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != Note).ToLookup(line => line[0] == Kept);
        KeptBeginnings = [.. lines[true].SelectMany(line => line.Split(' ').Skip(1))];
        Beginnings = lines[false].Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        BeginningsBySpan = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        (Shortest, Longest) = (Beginnings.Keys.Min(key => key.Length), Beginnings.Keys.Max(key => key.Length));
    }

    /// <summary>A word as Americans write it; <see langword="null"/> where it is written so already.</summary>
    /// <param name="word">The word, in lower case.</param>
    public static string? Of(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(Longest, word.Length); length >= Shortest; length--)
        {
            if (BeginningsBySpan.TryGetValue(word[..length], out var american))
            {
                return string.Concat(american, word[length..]);
            }
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                var s = word.Length - ending.Length + 1;
                return s <= ShortestStem || IsKept(word) ? null : string.Concat(word[..s], "z", word[(s + 1)..]);
            }
        }

        return null;
    }

    private static bool IsKept(ReadOnlySpan<char> word)
    {
        foreach (var beginning in KeptBeginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
