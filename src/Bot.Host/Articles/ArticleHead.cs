using System.Globalization;
using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>Title, byline and dates, in the words that a citation of them shows.</summary>
internal sealed class ArticleHead(Html html, Page page, ArticleView view)
{
    public void Write()
    {
        html.Write($"<header>\n<h1>");
        Words(ArticleField.Title);
        html.Write($"</h1>\n");
        if (view.Article.Byline is not null)
        {
            html.Write($"<p class=\"byline\">");
            Words(ArticleField.Byline);
            html.Write($"</p>\n");
        }

        html.Write($"<p class=\"dates\">");
        Date("Published", ArticleField.Published, view.Article.Published);
        Date("Updated", ArticleField.Updated, view.Article.Updated);
        html.Write($"</p>\n</header>\n");
    }

    private void Date(string name, ArticleField field, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            html.Write($"<span><span lang=\"{page.Language}\">{page.Words(name)}</span> <time datetime=\"{known.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}\" dir=\"ltr\">");
            Words(field);
            html.Write($"</time></span> ");
        }
    }

    private void Words(ArticleField field)
    {
        if (view.Highlight is { } highlight && highlight.Field == field)
        {
            html.Write($"<mark id=\"{highlight.Id}\">{view.Article.WordsOf(field)}</mark>");
            return;
        }

        html.Text(view.Article.WordsOf(field));
    }
}
