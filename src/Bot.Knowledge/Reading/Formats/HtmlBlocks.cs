using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Writes the blocks below an HTML element.</summary>
/// <param name="text">What to write to.</param>
/// <param name="isWanted">Whether a heading or paragraph is part of the article.</param>
internal sealed class HtmlBlocks(TextBuilder text, Func<BlockDraft, bool> isWanted)
{
    private BlockDraft _run = new(BlockKind.Paragraph);

    public void Write(IElement element)
    {
        WriteChildren(element);
        EndRun();
    }

    private void WriteChildren(INode parent)
    {
        foreach (var node in parent.ChildNodes.Where(node => !HtmlWords.IsUnseen(node)))
        {
            if (node is not IElement element || !HoldsBlock(element))
            {
                HtmlWords.Write(node, _run);
                continue;
            }

            EndRun();
            WriteBlock(element);
            EndRun();
        }
    }

    private void WriteBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6'] when !IsLeftOpen(element):
                Add(Filled(new(BlockKind.Heading) { Level = element.LocalName[1] - '0' }, element));
                break;
            case "ul" or "ol":
                Add(HtmlList.Of(element));
                break;
            case "table" when HtmlTable.IsOfData(element):
                WriteTable(element);
                break;
            case "blockquote":
                text.Add(HtmlQuote.Of(element, HtmlQuote.SpeakerWithin(element)));
                break;
            case "figure" when element.QuerySelector("blockquote") is { } quote:
                text.Add(HtmlQuote.Of(quote, element.QuerySelector("figcaption") ?? HtmlQuote.SpeakerWithin(quote)));
                break;
            case "pre":
                HtmlWords.Write(element, _run);
                break;
            case "figure" when element.QuerySelector("figcaption") is { } caption && element.QuerySelector("table, pre, ul, ol") is null:
                text.Add(HtmlCaption.Of(caption));
                break;
            case "hr" or "footer":
                break;
            default:
                if (HtmlCaption.Is(element))
                {
                    text.Add(HtmlCaption.Of(element));
                }
                else
                {
                    WriteChildren(element);
                }

                break;
        }
    }

    private void WriteTable(IElement table)
    {
        if (table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption)
        {
            text.Add(HtmlCaption.Of(caption));
        }

        text.Add(HtmlTable.Of(table));
    }

    /// <summary>A heading whose end tag is missing holds all that follows it.</summary>
    private static bool IsLeftOpen(IElement heading) =>
        heading.QuerySelector("p ~ p, table, ul, ol, blockquote, figure, h1, h2, h3, h4, h5, h6") is not null;

    private static bool HoldsBlock(IElement element) => HtmlWords.IsBlock(element) || element.Children.Any(HoldsBlock);

    private void EndRun()
    {
        Add(_run);
        _run = new(BlockKind.Paragraph);
    }

    private void Add(BlockDraft draft)
    {
        if (isWanted(draft))
        {
            text.Add(draft);
        }
    }

    private static BlockDraft Filled(BlockDraft draft, IElement element)
    {
        HtmlWords.WriteChildren(element, draft);
        return draft;
    }
}
