using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>Writes the blocks of an article.</summary>
internal sealed class BlockHtml(Html html, TextHtml text, string articleText)
{
    private const string CellGap = " | ";
    private const int IndentOfAList = 2;
    private const int DeepestList = 6;

    public void Write(Block block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                Heading(block);
                break;
            case BlockKind.List:
                List(block);
                break;
            case BlockKind.Table:
                Table(block);
                break;
            case BlockKind.Quote:
                html.Write($"<blockquote><p>");
                text.Write(block.Span);
                html.Write($"</p></blockquote>\n");
                break;
            case BlockKind.Caption:
                Caption(block);
                break;
            default:
                html.Write($"<p>");
                text.Write(block.Span);
                html.Write($"</p>\n");
                break;
        }
    }

    // The headline is the page's only first heading.
    private void Heading(Block block)
    {
        var level = Math.Clamp(block.Level, 2, 6);
        html.Write($"<h{level}>");
        text.Write(block.Span);
        html.Write($"</h{level}>\n");
    }

    private void Caption(Block block)
    {
        html.Write($"<p class=\"caption\">");
        text.Write(block.Span);
        if (block.Credit is { } credit && !block.Span.In(articleText).Contains(credit, StringComparison.Ordinal))
        {
            html.Write($" <span class=\"credit\">{credit}</span>");
        }

        html.Write($"</p>\n");
    }

    private void List(Block block)
    {
        var depth = -1;
        foreach (var item in Parts(block))
        {
            var wanted = Math.Min(Depth(block, item), DeepestList);
            if (depth >= wanted)
            {
                html.Write($"</li>\n");
            }

            for (; depth > wanted; depth--)
            {
                html.Write($"</ul></li>\n");
            }

            for (; depth < wanted; depth++)
            {
                // Lists stand in items; one that skips a level gets empty ones.
                var skips = depth + 1 < wanted;
                html.Write($"<ul>");
                if (skips)
                {
                    html.Write($"<li>");
                }
            }

            html.Write($"<li>");
            text.Write(item);
        }

        for (; depth >= 0; depth--)
        {
            html.Write($"</li></ul>\n");
        }
    }

    private int Depth(Block block, TextSpan item)
    {
        var spaces = 0;
        for (var at = item.Start - 1; at >= block.Span.Start && articleText[at] == ' '; at--)
        {
            spaces++;
        }

        return spaces / IndentOfAList;
    }

    private void Table(Block block)
    {
        var rows = Parts(block);
        html.Write($"<div class=\"table\" tabindex=\"0\"><table>\n");
        for (var row = 0; row < rows.Length; row++)
        {
            var isHeader = row == 0 && block.HasHeader;
            html.Write($"<tr>");
            foreach (var cell in Cells(rows[row]))
            {
                Cell(cell, isHeader);
            }

            html.Write($"</tr>\n");
        }

        html.Write($"</table></div>\n");
    }

    private void Cell(TextSpan cell, bool isHeader)
    {
        if (isHeader)
        {
            html.Write($"<th scope=\"col\">");
            text.Write(cell);
            html.Write($"</th>");
            return;
        }

        html.Write($"<td>");
        text.Write(cell);
        html.Write($"</td>");
    }

    private IEnumerable<TextSpan> Cells(TextSpan row)
    {
        var start = row.Start;
        while (articleText.AsSpan(start, row.End - start).IndexOf(CellGap, StringComparison.Ordinal) is >= 0 and var gap)
        {
            yield return new(start, start + gap);
            start += gap + CellGap.Length;
        }

        yield return new(start, row.End);
    }

    private static ImmutableArray<TextSpan> Parts(Block block) => block.Parts.IsDefaultOrEmpty ? [block.Span] : block.Parts;
}
