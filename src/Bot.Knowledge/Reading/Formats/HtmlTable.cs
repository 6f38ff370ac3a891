using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A table of data; tables that only lay out a page are read as what they hold.</summary>
internal static class HtmlTable
{
    public static bool IsOfData(IElement table) =>
        table.GetAttribute("role") != "presentation"
        && table.QuerySelector("table, h1, h2, h3, h4, ul, ol, blockquote, figure") is null
        && Rows(table).Any(row => Cells(row).Count > 1);

    public static BlockDraft Of(IElement table)
    {
        var draft = new BlockDraft(BlockKind.Table);
        foreach (var row in Rows(table).Where(row => row.TextContent.AsSpan().Trim().Length > 0))
        {
            draft.BreakLine();
            var start = draft.Position;
            var cells = Cells(row);
            draft.HasHeader |= start == 0 && (row.ParentElement?.LocalName == "thead" || cells.All(cell => cell.LocalName == "th"));
            for (var cell = 0; cell < cells.Count; cell++)
            {
                HtmlWords.WriteChildren(cells[cell], draft.Append(cell == 0 ? "" : " | "));
            }

            draft.EndPart(start);
        }

        return draft;
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children
        .SelectMany(child => child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children : (IEnumerable<IElement>)[child])
        .Where(row => row.LocalName == "tr");

    private static List<IElement> Cells(IElement row) => [.. row.Children.Where(cell => cell.LocalName is "td" or "th")];
}
