using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Terminal;

/// <summary>Lists articles.</summary>
internal sealed class ArticlesView(Screen screen)
{
    private static readonly string[] Columns = ["slug", "title", "published", "language", "status", "passages"];

    public void Show(ImmutableArray<IndexedArticle> articles)
    {
        if (articles.IsEmpty)
        {
            screen.Line("There are no articles to ask.");
            return;
        }

        screen.Rows(Columns, articles.Select(indexed => Row(indexed.Article, indexed.Passages.Length)));
    }

    private static string[] Row(Article article, int passages) =>
    [
        article.Slug,
        article.Title,
        article.WordsOf(ArticleField.Published) ?? "",
        article.Language,
        article.Status.ToString().ToLowerInvariant(),
        passages.ToString(CultureInfo.InvariantCulture),
    ];
}
