using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Contract;

/// <summary>A line of <c>passages SLUG --json</c>.</summary>
internal sealed record PassageLine(
    string Id,
    string Article,
    string Kind,
    int Start,
    int End,
    string? Heading,
    string? TableHeader,
    string? Credit,
    string? Attribution,
    string Hash,
    IReadOnlyList<SpanLine> Sentences,
    string Text)
{
    public static PassageLine Of(Passage passage) => new(
        passage.Id.ToString(),
        passage.Article.Slug,
        passage.Kind.ToString().ToLowerInvariant(),
        passage.Span.Start,
        passage.Span.End,
        passage.Heading,
        passage.TableHeader,
        passage.Credit,
        passage.Attribution,
        passage.ContentHash,
        [.. passage.Sentences.Select(span => new SpanLine(span.Start, span.End))],
        passage.Text);
}

/// <summary>A range of an article's text.</summary>
internal sealed record SpanLine(int Start, int End);

/// <summary>A line of <c>passages --json</c>.</summary>
internal sealed record ArticleLine(string Slug, string Title, string Language, string? Published, string Status, int Passages)
{
    public static ArticleLine Of(IndexedArticle indexed) => new(
        indexed.Article.Slug,
        indexed.Article.Title,
        indexed.Article.Language,
        indexed.Article.WordsOf(ArticleField.Published),
        indexed.Article.Status.ToString().ToLowerInvariant(),
        indexed.Passages.Length);
}
