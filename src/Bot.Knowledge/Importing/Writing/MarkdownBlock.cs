using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>Writes one block of an article as Markdown.</summary>
/// <param name="article">The article.</param>
internal sealed class MarkdownBlock(Article article)
{
    private readonly MarkedWords _words = new(article);

    /// <summary>The block's Markdown, without a line end.</summary>
    /// <param name="block">The block.</param>
    /// <param name="bullet">What a list's items begin with: two lists with the same would be read as one.</param>
    public string Of(Block block, char bullet) => block.Kind switch
    {
        BlockKind.Heading => $"{new string('#', block.Level)} {_words.Of(block.Span, block.Kind)}",
        BlockKind.List => List(block, bullet),
        BlockKind.Table => Table(block),
        BlockKind.Quote => Quote(block),
        BlockKind.Caption => Caption(block),
        _ => _words.Of(block.Span, block.Kind),
    };

    private static string Bar(int columns, string cell) => "|" + string.Concat(Enumerable.Repeat($" {cell} |", columns));

    /// <summary>The places of a row's cells, which bars part.</summary>
    private static List<TextSpan> Cells(string words, TextSpan row)
    {
        var cells = new List<TextSpan>();
        for (var start = row.Start; start <= row.End;)
        {
            var end = words.IndexOf('|', start, row.End - start) is var at and >= 0 ? at : row.End;
            var cell = words.AsSpan(start, end - start);
            var trimmed = cell.Trim();
            var from = trimmed.IsEmpty ? start : start + cell.IndexOf(trimmed);
            cells.Add(new(from, from + trimmed.Length));
            start = end + 1;
        }

        return cells;
    }

    private string List(Block block, char bullet)
    {
        var (lines, deepest) = (new List<string>(), 0);
        foreach (var item in block.Parts)
        {
            var line = article.Text.LastIndexOf('\n', item.Start, item.Start - block.Span.Start + 1) + 1;
            deepest = Math.Min((item.Start - Math.Max(line, block.Span.Start)) / 2, deepest);
            lines.Add($"{new string(' ', deepest * 2)}{bullet} {_words.Of(item, block.Kind)}");
            deepest++;
        }

        return string.Join('\n', lines);
    }

    private string Table(Block block)
    {
        var rows = block.Parts.Select(row => Cells(article.Text, row)).ToList();
        var columns = rows.Max(row => row.Count);
        List<string> lines = block.HasHeader ? [] : [Bar(columns, ""), Bar(columns, "---")];
        foreach (var row in rows)
        {
            lines.Add("| " + string.Join(" | ", row.Select(cell => _words.Of(cell, block.Kind))) + " |");
            if (lines.Count == 1)
            {
                lines.Add(Bar(columns, "---"));
            }
        }

        return string.Join('\n', lines);
    }

    // A blank line before who said it: so editors write it themselves.
    private string Quote(Block block)
    {
        var lines = _words.Of(block.Span, block.Kind).Split('\n');
        var hasSpeaker = block.Attribution is not null && lines.Length > 1;
        if (hasSpeaker)
        {
            lines[^2] = lines[^2][..^1] + "\n>";
            lines[^1] = lines[^1] is ['—' or '–' or '―', ..] ? lines[^1] : $"— {lines[^1].TrimStart('\\', '-', ' ')}";
        }

        return string.Join('\n', lines.Select(line => $"> {line}"));
    }

    private string Caption(Block block)
    {
        var credit = block.Credit is { } words ? $" \"Photo: {words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "";
        return $"![{MarkedWords.Plain(block.Span.In(article.Text))}](#{credit})";
    }
}
