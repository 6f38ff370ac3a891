using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Terminal;

/// <summary>Lists articles.</summary>
internal sealed class ArticlesView(Screen screen)
{
    public void Show(ImmutableArray<IndexedArticle> articles)
    {
        if (articles.IsEmpty)
        {
            screen.Line("There are no articles to ask.");
            return;
        }

        var table = new Grid(screen, "slug", "title", "published", "language", "status", "passages");
        foreach (var (article, passages) in articles)
        {
            table.Add(
                article.Slug,
                article.Title,
                article.WordsOf(ArticleField.Published) ?? "",
                article.Language,
                article.Status.ToString().ToLowerInvariant(),
                passages.Length.ToString(CultureInfo.InvariantCulture));
        }

        table.Show();
    }
}
