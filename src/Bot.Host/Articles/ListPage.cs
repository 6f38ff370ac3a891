using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>The page that lists the articles.</summary>
internal static class ListPage
{
    public static string Write(Page page, ImmutableArray<Article> articles) => page.Write(page.Words("Articles"), html =>
    {
        html.Write($"<h1>{page.Words("Articles")}</h1>\n");
        if (articles.IsEmpty)
        {
            html.Write($"<p>{page.Words("NoArticles")}</p>\n");
            return;
        }

        html.Write($"<ul class=\"articles\">\n");
        foreach (var article in articles)
        {
            var path = string.Join('/', article.Slug.Split('/').Select(Uri.EscapeDataString));
            html.Write($"<li lang=\"{article.Language}\" dir=\"{PageWords.Direction(article.Language)}\"><a href=\"{page.Root}/articles/{path}\">{article.Title}</a>");
            if (article.WordsOf(ArticleField.Published) is { } published)
            {
                html.Write($" <span class=\"dates\" dir=\"ltr\">{published}</span>");
            }

            html.Write($"</li>\n");
        }

        html.Write($"</ul>\n");
    });
}
