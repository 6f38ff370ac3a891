using System.Text.Json;
using AngleSharp.Html.Dom;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>The article that a page describes in JSON-LD (schema.org/Article and its kinds).</summary>
internal static class JsonLinkedData
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static FrontMatter Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var data = JsonDocument.Parse(script.TextContent, Tolerant);
                if (Articles(data.RootElement).Select(Read).FirstOrDefault() is { } front)
                {
                    return front;
                }
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // Pages carry broken JSON-LD often enough; their meta elements say the same.
            }
        }

        return FrontMatter.None;
    }

    private static IEnumerable<JsonElement> Articles(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Array => data.EnumerateArray().SelectMany(Articles),
        JsonValueKind.Object when data.TryGetProperty("@graph", out var graph) => Articles(graph),
        JsonValueKind.Object when Words(data, "@type").Any(IsArticle) => [data],
        _ => [],
    };

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting";

    private static FrontMatter Read(JsonElement article) => new()
    {
        Title = HtmlMetadata.Line(Words(article, "headline").FirstOrDefault()),
        Byline = HtmlMetadata.Byline(string.Join(", ", Words(article, "author"))),
        Published = HtmlMetadata.Date(Words(article, "datePublished").FirstOrDefault()),
        Updated = HtmlMetadata.Date(Words(article, "dateModified").FirstOrDefault()),
        Source = Words(article, "url").Concat(Words(article, "mainEntityOfPage")).Select(FrontMatterFields.Address).OfType<Uri>()
            .FirstOrDefault(),
        Language = FrontMatterFields.Language(Words(article, "inLanguage").FirstOrDefault()),
    };

    /// <summary>The words of a property: itself, each of its elements, or the name or id of what it refers to.</summary>
    private static IEnumerable<string> Words(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? Words(value) : [];

    private static IEnumerable<string> Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Words),
        JsonValueKind.Object => Words(value, "name").Concat(Words(value, "@id")).Take(1),
        _ => [],
    };
}
