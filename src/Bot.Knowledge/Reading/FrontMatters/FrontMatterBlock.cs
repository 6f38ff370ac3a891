namespace Bot.Knowledge.Reading.FrontMatters;

/// <summary>The lines between two lines of hyphens at the head of a file, and the text below.</summary>
/// <param name="Yaml">The lines between; <see langword="null"/> when the file has no front matter.</param>
/// <param name="FirstLine">The line in the file on which the first of them stands, from 1.</param>
/// <param name="Text">What stands below.</param>
internal sealed record FrontMatterBlock(string? Yaml, int FirstLine, string Text)
{
    /// <exception cref="UnreadableException">It opens and never closes.</exception>
    public static FrontMatterBlock Of(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var head = text.Length - text.AsSpan().TrimStart("\n \t\uFEFF").Length;
        var firstLine = 2 + text.AsSpan(0, head).Count('\n');
        var start = NextLine(text, head);
        if (text.AsSpan(head, start - head).TrimEnd() is not "---")
        {
            return new(null, 1, text);
        }

        for (var line = start; line < text.Length; line = NextLine(text, line))
        {
            if (AfterFence(text, line) is var below and >= 0)
            {
                return new(text[start..line], firstLine, text[below..]);
            }
        }

        var first = text[start..NextLine(text, start)];
        return first.Contains(':', StringComparison.Ordinal)
            ? throw new UnreadableException(
                firstLine - 1, "The front matter is opened and never closed.", "Put a line of three hyphens (---) below its last field.")
            : new(null, 1, text);
    }

    private static int AfterFence(string text, int line)
    {
        var next = NextLine(text, line);
        return text.AsSpan(line, next - line).TrimEnd() is "---" or "..." ? next : -1;
    }

    private static int NextLine(string text, int line) => text.IndexOf('\n', line) is var at and >= 0 ? at + 1 : text.Length;
}
