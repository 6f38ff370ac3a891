using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Pages;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>What stands under a picture, with its credit apart.</summary>
internal static class HtmlCaption
{
    private const int LongestCredit = 120;
    private static readonly string[] CreditNames = ["credit", "copyright", "source", "photographer", "attribution"];
    private static readonly PictureCredit Credits = new(PageWords.Shipped);

    public static bool Is(IElement element) => element.LocalName == "figcaption"
        || (element.LocalName is "p" or "div" && element.ClassList.Any(name => name.Contains("caption", StringComparison.OrdinalIgnoreCase))
            && element.QuerySelector("figcaption, p + p, h2, h3, ul, table") is null);

    public static BlockDraft Of(IElement element)
    {
        var credit = (element.Closest("figure") ?? element).QuerySelectorAll("*").FirstOrDefault(IsCredit);
        var draft = new BlockDraft(BlockKind.Caption);
        HtmlWords.WriteChildren(element, draft, except: credit);
        if (HtmlWords.OneLine(credit) is { } words)
        {
            draft.Credit = Credits.Whole(words) ?? words.Trim('(', ')', ' ');
            return draft;
        }

        return Credits.Split(draft.Words) is { } split
            ? new BlockDraft(BlockKind.Caption) { Credit = split.Credit }.Append(split.Caption)
            : draft;
    }

    private static bool IsCredit(IElement element) =>
        (element.LocalName is "cite" or "small" || element.ClassList.Any(IsCreditName)
            || element.GetAttribute("itemprop") == "copyrightHolder")
        && element.TextContent.Trim().Length is > 0 and <= LongestCredit
        && element.TextContent.Trim().Length < (element.Closest("figure") ?? element.ParentElement!).TextContent.Trim().Length;

    private static bool IsCreditName(string name) =>
        CreditNames.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
