using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Startup;

/// <summary>Which articles may be asked, and which one a slug means.</summary>
internal static class ArticleChoice
{
    public static ImmutableArray<IndexedArticle> Askable(IReadOnlyDictionary<string, IndexedArticle> articles, bool editor, DateTimeOffset now) =>
        [.. articles.Values.Where(indexed => editor || indexed.Article.IsPublicAt(now)).OrderBy(indexed => indexed.Article.Slug, StringComparer.Ordinal)];

    /// <exception cref="CommandError">There is no such article, or it is not public.</exception>
    public static IndexedArticle Find(IReadOnlyDictionary<string, IndexedArticle> articles, string slug, bool editor, DateTimeOffset now)
    {
        if (!articles.TryGetValue(slug, out var found))
        {
            throw new CommandError($"There is no article '{slug}'{Suggestion(articles, slug, editor, now)}: 'Bot.Cli passages' lists them.");
        }

        return editor || found.Article.IsPublicAt(now)
            ? found
            : throw new CommandError($"The article '{slug}' is {StateOf(found.Article)}: add --editor to ask it.");
    }

    private static string StateOf(Article article) => article.Status switch
    {
        ArticleStatus.Draft => "a draft",
        ArticleStatus.Withdrawn => "withdrawn",
        _ => "not published yet",
    };

    private static string Suggestion(IReadOnlyDictionary<string, IndexedArticle> articles, string slug, bool editor, DateTimeOffset now) =>
        Askable(articles, editor, now) is { IsEmpty: false } askable
            ? Slugs.Closest(slug, askable.Select(indexed => indexed.Article.Slug)) is { } closest ? $"; the closest is '{closest}'" : ""
            : "; none may be asked";
}
