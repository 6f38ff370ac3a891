using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>Cuts what is too long to be one sentence: an endless list, a wide table row, prose without full stops.</summary>
internal static class LongSentence
{
    /// <summary>No sentence has more words (parted by white space).</summary>
    public const int MostWords = 80;

    /// <summary>A sentence longer than this is cut wherever that can be done without cutting a word.</summary>
    public const int UsualLength = 600;

    /// <summary>No sentence is longer, in UTF-16 code units.</summary>
    public const int MostLength = 1000;

    /// <summary>Adds <paramref name="sentence"/>, whole or in pieces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">A sentence; white space at its ends is trimmed.</param>
    /// <param name="sentences">Where to add it.</param>
    public static void AddTo(ImmutableArray<TextSpan>.Builder sentences, string text, TextSpan sentence)
    {
        var rest = Trim(text, sentence);
        while (rest.Length > 0)
        {
            var window = Window(text, rest);
            var cut = window == rest.End ? rest.End : Cut(text, rest, window);
            sentences.Add(Trim(text, new(rest.Start, cut)));
            rest = Trim(text, new(cut, rest.End));
        }
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = span;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new(start, end);
    }

    // The longest beginning that keeps to the number of words and the usual length. Scripts without spaces say twice as
    // much in a character.
    private static int Window(string text, TextSpan rest)
    {
        var (words, length) = (0, 0);
        for (var at = rest.Start; at < rest.End; at++)
        {
            var startsWord = !char.IsWhiteSpace(text[at]) && (at == rest.Start || char.IsWhiteSpace(text[at - 1]));
            words += startsWord ? 1 : 0;
            length += SentenceMarks.IsUnspaced(text[at]) ? 2 : 1;
            if (words > MostWords || length > UsualLength)
            {
                return at;
            }
        }

        return rest.End;
    }

    private static int Cut(string text, TextSpan rest, int window)
    {
        // Neither a crumb before the cut nor one after it.
        var low = rest.Start + ((window - rest.Start) / 3);
        var high = Math.Min(window, rest.End - ((window - rest.Start) / 4));
        var best = BestBreak(text, low, high);
        return best ?? UnspacedBreak(text, rest, low, high) ?? SpaceBefore(text, rest.Start, high) ?? BreakOfWord(text, rest);
    }

    private static int? BestBreak(string text, int low, int high)
    {
        var best = (Rank: 0, At: 0);
        for (var at = low + 1; at <= high; at++)
        {
            var rank = Rank(text, at);
            if (rank > 0 && rank >= best.Rank && SentenceMarks.PastJoined(text, at, at + 1) == at)
            {
                best = (rank, at);
            }
        }

        return best.Rank > 0 ? best.At : null;
    }

    private static int Rank(string text, int at) => (text[at - 1], char.IsWhiteSpace(text[at])) switch
    {
        ('；', _) or (';' or '؛', true) => 4,
        ('.' or '!' or '?', true) when IsFaultyEnd(text, at) => 4,
        ('|', _) => 3,
        (_, true) when text[at] == '\n' => 3,
        ('，' or '、' or '：', _) or (',' or '،' or ':' or '–' or '—', true) => 2,
        (var before, true) when !char.IsWhiteSpace(before) => 1,
        _ => 0,
    };

    // "he left. then she": what looks like an end, save that lower case follows.
    private static bool IsFaultyEnd(string text, int at) =>
        at > 2 && char.IsLower(text[at - 2]) && char.IsLower(text[at - 3]) && at + 1 < text.Length && char.IsLower(text[at + 1]);

    private static int? UnspacedBreak(string text, TextSpan rest, int low, int high)
    {
        int? best = null;
        foreach (var at in Elements(text, rest, high))
        {
            if (at > low && (SentenceMarks.IsUnspaced(text[at - 1]) || SentenceMarks.IsUnspaced(text[at])))
            {
                best = at;
            }
        }

        return best;
    }

    private static int? SpaceBefore(string text, int start, int at)
    {
        while (at > start && !char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return at > start ? at : null;
    }

    private static int BreakOfWord(string text, TextSpan rest)
    {
        var limit = rest.Start + MostLength;
        for (var at = rest.Start; at <= limit; at++)
        {
            if (at == rest.End || char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        // A "word" of more than a thousand characters.
        var last = Elements(text, rest, limit).LastOrDefault();
        return last > 0 ? last : char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    // Where the text elements (letters with their marks, joined emoji) from the start of the rest end, up to a limit.
    private static IEnumerable<int> Elements(string text, TextSpan rest, int limit)
    {
        var at = rest.Start;
        while (at < limit)
        {
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(rest.End - at, MostLength)));
            if (at <= limit && at < rest.End)
            {
                yield return at;
            }
        }
    }
}
