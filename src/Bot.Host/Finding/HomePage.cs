using System.Collections.Immutable;
using System.Globalization;
using Bot.Host.Articles;
using Bot.Host.Forms;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Host.Finding;

/// <summary>The page that lists the articles, or those that a search found.</summary>
internal sealed class HomePage(Page page, AskForm form, Above? above)
{
    /// <summary>All articles.</summary>
    public string Write(ImmutableArray<IndexedArticle> articles) => Write(null, html =>
    {
        if (articles.IsEmpty)
        {
            html.Write($"<p>{page.Words("NoArticles")}</p>\n");
            return;
        }

        html.Write($"<ul class=\"articles\">\n");
        foreach (var indexed in articles)
        {
            Open(html, indexed.Article);
            html.Text(indexed.Article.Title);
            Close(html, indexed.Article);
            if (LeadOf(indexed) is { } lead)
            {
                html.Write($"<p>{lead}</p>\n");
            }

            html.Write($"</li>\n");
        }

        html.Write($"</ul>\n");
    });

    /// <summary>The articles that have words.</summary>
    public string Write(string words, ImmutableArray<FoundArticle> found) => Write(words, html =>
    {
        html.Write($"<p class=\"found-lead\" role=\"status\">{page.Words(found.IsEmpty ? "FoundNone" : "Found", words)} <a href=\"{page.To("/")}\">{page.Words("AllArticles")}</a></p>\n<ul class=\"articles found\">\n");
        foreach (var article in found)
        {
            Open(html, article.Article);
            MarkedText.Write(html, article.Article.Title, article.Article.Language, article.Terms);
            Close(html, article.Article);
            if (article.Teaser is { } teaser)
            {
                html.Write($"<p>");
                MarkedText.Write(html, teaser, article.Article.Language, article.Terms);
                html.Write($"</p>\n");
            }

            html.Write($"</li>\n");
        }

        html.Write($"</ul>\n");
    });

    private string Write(string? words, Action<Html> list) => page.Write(page.Words("Articles"), html =>
    {
        if (above is not null)
        {
            new AboveHtml(html, page, null).Write(above);
        }

        form.Write(html, page, null, (above as Above.Refused)?.Question);
        html.Write($"<h2>{page.Words("Articles")}</h2>\n<form class=\"search\" role=\"search\" method=\"get\" action=\"{page.Root}/\">\n<label class=\"unseen\" for=\"words\">{page.Words("SearchWords")}</label>\n");
        html.Write($"<div class=\"row\"><input id=\"words\" name=\"{HomePages.Parameter}\" type=\"search\" maxlength=\"{ArticleSearch.Longest}\" dir=\"auto\" placeholder=\"{page.Words("SearchWords")}\" value=\"{words}\">");
        if (page.Chosen is { } language)
        {
            html.Write($"<input type=\"hidden\" name=\"{PageLanguage.Parameter}\" value=\"{language}\">");
        }

        html.Write($"<button type=\"submit\">{page.Words("Search")}</button></div>\n</form>\n");
        list(html);
    });

    private void Open(Html html, Article article) =>
        html.Write($"<li lang=\"{article.Language}\" dir=\"{PageWords.Direction(article.Language)}\"><h3><a href=\"{page.ToArticle(article.Slug)}\">");

    private static void Close(Html html, Article article)
    {
        html.Write($"</a></h3>\n");
        if (article.Published is { } published)
        {
            html.Write($"<p class=\"dates\" dir=\"ltr\">{published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</p>\n");
        }
    }

    private static string? LeadOf(IndexedArticle indexed) => indexed.Article.Display == ArticleDisplay.Full
        ? indexed.Passages.FirstOrDefault(passage => passage.Kind == PassageKind.Paragraph)?.Sentence(0)
        : null;
}
