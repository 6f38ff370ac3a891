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
    private static readonly string[] NameAttributes = ["property", "name", "itemprop", "http-equiv"];
    private static readonly string[] Titles = ["og:title", "twitter:title", "dc.title"];
    private static readonly string[] Authors = ["author", "article:author", "parsely-author", "dc.creator", "byl"];
    private static readonly string[] Published =
        ["article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date", "dc.date.issued", "date",
            "sailthru.date"];

    private static readonly string[] Updated = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"];
    private static readonly string[] Languages = ["og:locale", "content-language"];

    public static FrontMatter Of(IHtmlDocument page) => JsonLinkedData.Of(page).Or(new()
    {
        Title = Line(Meta(page, Titles)),
        Byline = Byline(Meta(page, Authors)),
        Published = Date(Meta(page, Published) ?? Attribute(page, "time[pubdate], time[itemprop=datePublished]", "datetime")),
        Updated = Date(Meta(page, Updated) ?? Attribute(page, "time[itemprop=dateModified]", "datetime")),
        Source = FrontMatterFields.Address(Attribute(page, "link[rel=canonical]", "href"))
            ?? FrontMatterFields.Address(Meta(page, ["og:url"])),
        Language = FrontMatterFields.Language(Attribute(page, "html", "lang")) ?? FrontMatterFields.Language(Meta(page, Languages)),
    });

    public static string? Line(string? words) => Characters.OneLine(WebUtility.HtmlDecode(words));

    /// <summary>A profile's address is no name.</summary>
    public static string? Byline(string? words) =>
        FrontMatterFields.Address(words) is not null ? null
        : Line(words) is { } line ? PageWords.Shipped.AfterWords("byline", line) ?? line
        : null;

    /// <summary>A date in the forms that pages use; those of other countries that could be read two ways are not taken.</summary>
    public static DateTimeOffset? Date(string? words) =>
        string.IsNullOrWhiteSpace(words) ? null : FrontMatterFields.Date(words) ?? WrittenDate.Read(words) ?? MailDate(words);

    private static DateTimeOffset? MailDate(string words) =>
        DateTimeOffset.TryParseExact(words.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date
            : null;

    private static string? Attribute(IHtmlDocument page, string selector, string name) => page.QuerySelector(selector)?.GetAttribute(name);

    private static string? Meta(IHtmlDocument page, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var meta in page.QuerySelectorAll("meta[content]"))
            {
                var property = NameAttributes.Select(meta.GetAttribute).FirstOrDefault(value => value is not null);
                var content = meta.GetAttribute("content");
                if (name.Equals(property, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(content))
                {
                    return content;
                }
            }
        }

        return null;
    }
}
