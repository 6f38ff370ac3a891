using System.Text.Json.Serialization;
using Bot.Answering.Answers;

namespace Bot.Cli.Contract;

/// <summary>The words that support an answer, or come closest to one.</summary>
internal sealed record CitationLine(
    string Id,
    int Number,
    string Article,
    string Title,
    string Passage,
    int? Start,
    int? End,
    string Quote)
{
    /// <summary>The front matter field, in place of a range of the text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    public static CitationLine Of(Citation citation) => new(
        citation.Id,
        citation.Number,
        citation.Article.Slug,
        citation.Article.Title,
        citation.Place,
        citation.Field is null ? citation.Span.Start : null,
        citation.Field is null ? citation.Span.End : null,
        citation.Quote)
    {
        Field = citation.Field?.ToString().ToLowerInvariant(),
    };
}
