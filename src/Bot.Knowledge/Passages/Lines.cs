using System.Buffers;

namespace Bot.Knowledge.Passages;

/// <summary>Tells lines that end what they say from lines that were only wrapped.</summary>
internal static class Lines
{
    // Entries of lists and menus may end in a function word too ("Read more here"), but they are shorter.
    private const int ShortestWrapped = 40;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029\u0085\v\f");

    /// <summary>Just past the line that starts at <paramref name="start"/>, and past the lines that go on with what it says.</summary>
    public static int EndOfStretch(string text, int start, int end, SentenceLanguage language)
    {
        while (true)
        {
            var lineEnd = text.AsSpan(start, end - start).IndexOfAny(Breaks) is var at and >= 0 ? start + at : end;
            if (lineEnd >= end || !GoesOn(text.AsSpan(start, lineEnd - start).Trim(), text, NextWord(text, lineEnd + 1, end), end,
                language))
            {
                return Math.Min(lineEnd + 1, end);
            }

            start = lineEnd + 1;
        }
    }

    private static bool GoesOn(ReadOnlySpan<char> line, string text, int next, int end, SentenceLanguage language)
    {
        if (next >= end || line.IsEmpty || IsFinished(line))
        {
            return false;
        }

        return char.IsLower(text[next])
            || (char.IsDigit(text[next]) && EndsInFormula(line))
            || (line.Length >= ShortestWrapped && char.IsLetter(text[next]) && EndsInFunctionWord(line, language));
    }

    private static bool IsFinished(ReadOnlySpan<char> line)
    {
        while (line.Length > 1 && SentenceMarks.IsCloser(line[^1]))
        {
            line = line[..^1].TrimEnd();
        }

        return SentenceMarks.IsTerminator(line[^1]) || line[^1] is ':' or '：' or '|';
    }

    // "CO\n2": where a subscript stood.
    private static bool EndsInFormula(ReadOnlySpan<char> line) =>
        char.IsAsciiLetterUpper(line[^1]) && LastWord(line).Length <= 2 && !line.Contains('|');

    private static bool EndsInFunctionWord(ReadOnlySpan<char> line, SentenceLanguage language)
    {
        var word = LastWord(line);
        return word.Length > 0 && char.IsLower(word[0]) && language.IsStarter(word);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> line)
    {
        var start = line.Length;
        while (start > 0 && char.IsLetter(line[start - 1]))
        {
            start--;
        }

        return line[start..];
    }

    private static int NextWord(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
