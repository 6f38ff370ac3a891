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
        Askable(articles, editor, now).Select(indexed => indexed.Article.Slug).MinBy(known => Distance(known, slug)) is { } closest
            ? $"; the closest is '{closest}'"
            : "; none may be asked";

    // Levenshtein's, over one row.
    private static int Distance(string known, string asked)
    {
        var row = Enumerable.Range(0, asked.Length + 1).ToArray();
        for (var i = 1; i <= known.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= asked.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(known[i - 1]) == char.ToLowerInvariant(asked[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
