using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Markdig.Syntax;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A list with the lists in it, a line for each item.</summary>
internal static class MarkdownList
{
    public static BlockDraft Of(ListBlock list)
    {
        var draft = new BlockDraft(BlockKind.List);
        WriteItems(list, draft, indent: 0);
        return draft;
    }

    private static void WriteItems(ListBlock list, BlockDraft draft, int indent)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            draft.BreakLine(indent);
            var start = draft.Position;
            foreach (var block in item)
            {
                if (block is ListBlock nested)
                {
                    draft.EndPart(start);
                    WriteItems(nested, draft, indent + 2);
                    draft.BreakLine(indent + 2);
                    start = draft.Position;
                }
                else
                {
                    MarkdownLines.WriteBlock(block, draft);
                }
            }

            draft.EndPart(start);
        }
    }
}
