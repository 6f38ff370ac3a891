using System.Text.Json.Serialization;
using Bot.Answering.Answers;

namespace Bot.Answering.Contract;

/// <summary>The words that support an answer, or come closest to one, as programs get them (<c>docs/machine-contract.md</c>).</summary>
/// <param name="Id">The citation's stable name.</param>
/// <param name="Number">As in the text's markers; 0 among the closest.</param>
/// <param name="Article">The article's slug.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Passage">Where the words are: <c>slug#7</c>, or <c>slug#published</c>.</param>
/// <param name="Start">The first UTF-16 code unit of the words; <see langword="null"/> for a front matter field.</param>
/// <param name="End">The code unit past the words; <see langword="null"/> for a front matter field.</param>
/// <param name="Quote">The words.</param>
public sealed record CitationLine(
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

    /// <summary>Where a reader sees the words, when there is such a page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>A citation as a line has it.</summary>
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
