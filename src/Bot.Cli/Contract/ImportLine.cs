using System.Diagnostics;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;

namespace Bot.Cli.Contract;

/// <summary>A line of <c>import --json</c>: a feed, a draft, or something that was refused.</summary>
internal sealed record ImportLine(string Kind)
{
    public string? File { get; init; }

    public string? Slug { get; init; }

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public string? Published { get; init; }

    public int? Passages { get; init; }

    public int? Entries { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string? Error { get; init; }

    public static ImportLine Of(Imported imported) => imported switch
    {
        Imported.Draft { Article.Article: var article } draft => new(draft.Fate.ToString().ToLowerInvariant())
        {
            File = draft.File,
            Slug = article.Slug,
            Title = article.Title,
            Source = article.Source?.AbsoluteUri,
            Language = article.Language,
            Published = article.WordsOf(ArticleField.Published),
            Passages = draft.Article.Passages.Length,
            Notes = draft.Notes,
        },
        Imported.FromFeed feed => new("feed") { Title = feed.Title, Entries = feed.Entries, Notes = feed.Warning is { } warning ? [warning] : [] },
        Imported.Refused refused => new("refused") { Error = refused.Reason },
        _ => throw new UnreachableException(),
    };
}
