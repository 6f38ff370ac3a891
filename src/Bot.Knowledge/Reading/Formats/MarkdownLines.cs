using Bot.Knowledge.Reading.Blocks;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Writes Markdown blocks as the lines of one block of ours: within a quote, a list's item, a table's cell.</summary>
internal static class MarkdownLines
{
    public static void Write(ContainerBlock container, BlockDraft draft)
    {
        foreach (var block in container)
        {
            WriteBlock(block, draft);
        }
    }

    public static void WriteBlock(Block block, BlockDraft draft)
    {
        draft.BreakWords();
        switch (block)
        {
            case CodeBlock code:
                Code(draft, code);
                break;
            case LeafBlock leaf:
                Leaf(draft, leaf);
                break;
            case ContainerBlock inner:
                Write(inner, draft);
                break;
        }
    }

    public static BlockDraft Leaf(BlockDraft draft, LeafBlock leaf)
    {
        MarkdownInlines.Write(leaf.Inline, draft);
        return draft;
    }

    public static BlockDraft Code(BlockDraft draft, CodeBlock code)
    {
        foreach (var line in code.Lines.ToString().Split('\n'))
        {
            draft.BreakWords();
            draft.Append(line);
        }

        return draft;
    }
}
