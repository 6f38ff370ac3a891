using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;
using Bot.Knowledge.Reading.Pages;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>What a page says about its article: in JSON-LD first, then in its meta elements.</summary>
internal static class HtmlMetadata
{
    public static FrontMatter Of(IHtmlDocument page) => JsonLinkedData.Of(page).Or(new()
    {
        Title = Line(Meta(page, "og:title", "twitter:title", "dc.title")),
        Byline = Byline(Meta(page, "author", "article:author", "parsely-author", "dc.creator", "byl")),
        Published = Date(Meta(page, "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date", "dc.date.issued", "date", "sailthru.date")
            ?? page.QuerySelector("time[pubdate], time[itemprop=datePublished]")?.GetAttribute("datetime")),
        Updated = Date(Meta(page, "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod")
            ?? page.QuerySelector("time[itemprop=dateModified]")?.GetAttribute("datetime")),
        Source = FrontMatterFields.Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? FrontMatterFields.Address(Meta(page, "og:url")),
        Language = FrontMatterFields.Language(page.DocumentElement.GetAttribute("lang")) ?? FrontMatterFields.Language(Meta(page, "og:locale", "content-language")),
    });

    public static string? Line(string? words) => Characters.OneLine(WebUtility.HtmlDecode(words));

    /// <summary>A profile's address is no name.</summary>
    public static string? Byline(string? words) =>
        FrontMatterFields.Address(words) is not null ? null
        : Line(words) is { } line ? PageWords.Shipped.AfterWords("byline", line) ?? line
        : null;

    /// <summary>A date in the forms that pages use; those of other countries that could be read two ways are not taken.</summary>
    public static DateTimeOffset? Date(string? words) =>
        string.IsNullOrWhiteSpace(words) ? null
        : FrontMatterFields.Date(words)
            ?? WrittenDate.Read(words)
            ?? (DateTimeOffset.TryParseExact(words.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null);

    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var meta in page.QuerySelectorAll("meta[content]"))
            {
                if (string.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv"), name, StringComparison.OrdinalIgnoreCase)
                    && meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
                {
                    return content;
                }
            }
        }

        return null;
    }
}
