using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>
/// A text that is taken word for word: only its line ends and its normal form change, and its blank lines part the blocks.
/// </summary>
internal static class VerbatimText
{
    /// <exception cref="UnreadableException">It is blank.</exception>
    public static ArticleBody Of(string text)
    {
        text = Characters.Normalize(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        var blocks = Blocks(text).ToImmutableArray();
        return blocks.Length > 0
            ? new(text, blocks, [])
            : throw new UnreadableException(null, "It has no text.", "Give it a 'text' or 'paragraphs' with words in them.");
    }

    private static IEnumerable<Block> Blocks(string text)
    {
        var (start, end) = (-1, 0);
        for (var line = 0; line <= text.Length;)
        {
            var stop = text.IndexOf('\n', line) is var at and >= 0 ? at : text.Length;
            var words = text.AsSpan(line, stop - line).Trim();
            if (words.Length > 0)
            {
                var first = line + text.AsSpan(line, stop - line).IndexOf(words[0]);
                (start, end) = (start < 0 ? first : start, first + words.Length);
            }
            else if (start >= 0)
            {
                yield return new(BlockKind.Paragraph, new(start, end));
                start = -1;
            }

            line = stop + 1;
        }

        if (start >= 0)
        {
            yield return new(BlockKind.Paragraph, new(start, end));
        }
    }
}
