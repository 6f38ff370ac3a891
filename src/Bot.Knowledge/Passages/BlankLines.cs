using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>The paragraphs of a text that says nothing of its structure.</summary>
internal static class BlankLines
{
    /// <summary>What blank lines part, as paragraphs.</summary>
    public static IEnumerable<Block> Blocks(string text)
    {
        var start = 0;
        foreach (var gap in Gaps(text))
        {
            yield return new(BlockKind.Paragraph, new(start, gap.Start));
            start = gap.End;
        }

        yield return new(BlockKind.Paragraph, new(start, text.Length));
    }

    private static IEnumerable<TextSpan> Gaps(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at))
        {
            var start = at;
            var breaks = 0;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                breaks += text[at++] == '\n' ? 1 : 0;
            }

            if (breaks > 1)
            {
                yield return new(start, at);
            }
        }
    }
}
