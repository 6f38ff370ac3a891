using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A block quote, with its speaker on the last line.</summary>
internal static class HtmlQuote
{
    /// <summary>The element that names the speaker: a footer, or a citation with which the quote ends.</summary>
    public static IElement? SpeakerWithin(IElement quote) =>
        quote.QuerySelector("footer") ?? quote.QuerySelectorAll("cite").FirstOrDefault(cite => EndsWith(quote, cite));

    public static BlockDraft Of(IElement quote, IElement? speaker)
    {
        var draft = new BlockDraft(BlockKind.Quote);
        HtmlWords.WriteChildren(quote, draft, except: speaker);
        if (HtmlWords.OneLine(speaker) is { } name)
        {
            draft.BreakLine();
            draft.Append(name);
            draft.Attribution = name.Trim('—', '–', '―', '-', ' ');
        }
        else
        {
            draft.Attribution = QuoteLines.Attribution(draft.Raw);
        }

        return draft;
    }

    private static bool EndsWith(IElement quote, IElement cite) =>
        cite.TextContent.TrimEnd() is { Length: > 0 } name && quote.TextContent.TrimEnd().EndsWith(name, StringComparison.Ordinal);
}
