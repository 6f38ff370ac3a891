using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A list with the lists in it. What stands in a list and is no item counts as one, so that no words are lost.</summary>
internal static class HtmlList
{
    public static BlockDraft Of(IElement list)
    {
        var draft = new BlockDraft(BlockKind.List);
        WriteItems(list, draft, indent: 0);
        return draft;
    }

    private static void WriteItems(IElement list, BlockDraft draft, int indent)
    {
        foreach (var node in list.ChildNodes.Where(node => !HtmlWords.IsUnseen(node)))
        {
            draft.BreakLine(indent);
            if (node is IElement item && IsList(item))
            {
                WriteItems(item, draft, indent + 2);
            }
            else
            {
                WriteItem(node, draft, indent);
            }
        }
    }

    private static void WriteItem(INode item, BlockDraft draft, int indent)
    {
        var start = draft.Position;
        foreach (var node in item.HasChildNodes ? item.ChildNodes : (IEnumerable<INode>)[item])
        {
            if (node is IElement nested && IsList(nested) && !HtmlWords.IsUnseen(nested))
            {
                draft.EndPart(start);
                WriteItems(nested, draft, indent + 2);
                draft.BreakLine(indent + 2);
                start = draft.Position;
            }
            else
            {
                HtmlWords.Write(node, draft);
            }
        }

        draft.EndPart(start);
    }

    private static bool IsList(IElement element) => element.LocalName is "ul" or "ol";
}
