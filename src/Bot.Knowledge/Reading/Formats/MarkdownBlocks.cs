using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Writes the blocks of a Markdown document.</summary>
internal sealed class MarkdownBlocks(TextBuilder text, int maxNesting)
{
    public void Write(ContainerBlock container)
    {
        for (var at = 0; at < container.Count; at++)
        {
            var block = container[at];
            if (MarkdownImage.Of(block) is { } image)
            {
                var below = image.HasCaption || at + 1 == container.Count ? null : MarkdownImage.CaptionBelow(container[at + 1]);
                text.Add(image.ToCaption(below));
                at += below is null ? 0 : 1;
            }
            else
            {
                Write(block);
            }
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Add(Leaf(new(BlockKind.Heading) { Level = heading.Level }, heading));
                break;
            case ParagraphBlock paragraph:
                text.Add(Leaf(new(BlockKind.Paragraph), paragraph));
                break;
            case ListBlock list:
                var items = new BlockDraft(BlockKind.List);
                WriteItems(list, items, indent: 0);
                text.Add(items);
                break;
            case QuoteBlock quote:
                text.Add(Quote(quote));
                break;
            case Table table:
                text.Add(Rows(table));
                break;
            case HtmlBlock html:
                HtmlFragment.Write(html.Lines.ToString(), text, maxNesting);
                break;
            case CodeBlock code:
                text.Add(Lines(new(BlockKind.Paragraph), code));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case FootnoteGroup or Footnote:
            case ContainerBlock:
                Write((ContainerBlock)block);
                break;
        }
    }

    private static BlockDraft Quote(QuoteBlock quote)
    {
        var draft = new BlockDraft(BlockKind.Quote);
        WriteLines(quote, draft);
        draft.Attribution = QuoteLines.Attribution(draft.Raw);
        return draft;
    }

    private static void WriteLines(ContainerBlock container, BlockDraft draft)
    {
        foreach (var block in container)
        {
            WriteLine(block, draft);
        }
    }

    private static void WriteLine(Block block, BlockDraft draft)
    {
        draft.BreakWords();
        switch (block)
        {
            case CodeBlock code:
                Lines(draft, code);
                break;
            case LeafBlock leaf:
                Leaf(draft, leaf);
                break;
            case ContainerBlock inner:
                WriteLines(inner, draft);
                break;
        }
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
                    WriteLine(block, draft);
                }
            }

            draft.EndPart(start);
        }
    }

    private static BlockDraft Rows(Table table)
    {
        var draft = new BlockDraft(BlockKind.Table);
        foreach (var row in table.OfType<TableRow>().Where(row => row.Descendants<Markdig.Syntax.Inlines.LeafInline>().Any()))
        {
            draft.BreakLine();
            var start = draft.Position;
            draft.HasHeader |= row.IsHeader && start == 0;
            for (var cell = 0; cell < row.Count; cell++)
            {
                draft.Append(cell == 0 ? "" : " | ");
                foreach (var leaf in row[cell].Descendants<LeafBlock>())
                {
                    Leaf(draft, leaf).Append(" ");
                }
            }

            draft.EndPart(start);
        }

        return draft;
    }

    private static BlockDraft Leaf(BlockDraft draft, LeafBlock leaf)
    {
        MarkdownInlines.Write(leaf.Inline, draft);
        return draft;
    }

    private static BlockDraft Lines(BlockDraft draft, CodeBlock code)
    {
        foreach (var line in code.Lines.ToString().Split('\n'))
        {
            draft.BreakWords();
            draft.Append(line);
        }

        return draft;
    }
}
