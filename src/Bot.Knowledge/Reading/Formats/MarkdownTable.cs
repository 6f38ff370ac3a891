using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A table, a line for each row.</summary>
internal static class MarkdownTable
{
    public static BlockDraft Of(Table table)
    {
        var draft = new BlockDraft(BlockKind.Table);
        foreach (var row in table.OfType<TableRow>().Where(row => row.Descendants<LeafInline>().Any()))
        {
            draft.BreakLine();
            var start = draft.Position;
            draft.HasHeader |= row.IsHeader && start == 0;
            for (var cell = 0; cell < row.Count; cell++)
            {
                draft.Append(cell == 0 ? "" : " | ");
                foreach (var leaf in row[cell].Descendants<LeafBlock>())
                {
                    MarkdownLines.Leaf(draft, leaf).Append(" ");
                }
            }

            draft.EndPart(start);
        }

        return draft;
    }
}
