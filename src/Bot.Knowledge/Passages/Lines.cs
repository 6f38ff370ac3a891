using System.Buffers;

namespace Bot.Knowledge.Passages;

/// <summary>Tells lines that end what they say from lines that were only wrapped.</summary>
internal static class Lines
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029\u0085\v\f");

    /// <summary>
    /// Just past the line that starts at <paramref name="start"/>, and past the lines that go on with it: those that start in
    /// lower case after a line without terminal punctuation.
    /// </summary>
    public static int EndOfStretch(string text, int start, int end)
    {
        while (true)
        {
            var lineEnd = text.AsSpan(start, end - start).IndexOfAny(Breaks) is var at and >= 0 ? start + at : end;
            if (lineEnd >= end || IsFinished(text, start, lineEnd) || !GoesOnAt(text, lineEnd + 1, end))
            {
                return Math.Min(lineEnd + 1, end);
            }

            start = lineEnd + 1;
        }
    }

    private static bool IsFinished(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || SentenceMarks.IsCloser(text[end - 1])))
        {
            end--;
        }

        return end == start || SentenceMarks.IsTerminator(text[end - 1]) || text[end - 1] is ':' or '：' or '|';
    }

    private static bool GoesOnAt(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < end && char.IsLower(text[at]);
    }
}
