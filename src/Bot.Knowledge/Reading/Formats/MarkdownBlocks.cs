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
                text.Add(MarkdownLines.Leaf(new(BlockKind.Heading) { Level = heading.Level }, heading));
                break;
            case ParagraphBlock paragraph:
                text.Add(MarkdownLines.Leaf(new(BlockKind.Paragraph), paragraph));
                break;
            case ListBlock list:
                text.Add(MarkdownList.Of(list));
                break;
            case QuoteBlock quote:
                text.Add(Quote(quote));
                break;
            case Table table:
                text.Add(MarkdownTable.Of(table));
                break;
            case HtmlBlock html:
                HtmlFragment.Write(html.Lines.ToString(), text, maxNesting);
                break;
            case CodeBlock code:
                text.Add(MarkdownLines.Code(new(BlockKind.Paragraph), code));
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
        MarkdownLines.Write(quote, draft);
        draft.Attribution = QuoteLines.Attribution(draft.Raw);
        return draft;
    }
}
