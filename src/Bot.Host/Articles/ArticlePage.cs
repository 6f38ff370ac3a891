using Bot.Host.Chatting;
using Bot.Host.Forms;
using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>
/// The page of one article: as much of it as its display allows, the cited words marked; above it the answer that the reader asked for, if they did;
/// below it a form that asks it, and beside it a chat.
/// </summary>
internal sealed class ArticlePage(AskForm form)
{
    public string Write(Page page, ArticleView view, Above? above)
    {
        var article = view.Article;
        return page.Write(article.Title, html => Main(html, page, view, above), html => ChatPanel.Write(html, page, article.Slug));
    }

    private void Main(Html html, Page page, ArticleView view, Above? above)
    {
        var article = view.Article;
        if (view.Cited is { } cited)
        {
            html.Write($"<p class=\"skip\"><a href=\"#{cited.Id}\">{page.Words("ToCited")}</a></p>\n");
        }

        if (above is not null)
        {
            new AboveHtml(html, page, article.Slug).Write(above);
        }

        html.Write($"<article lang=\"{article.Language}\" dir=\"{PageWords.Direction(article.Language)}\">\n");
        new ArticleHead(html, page, view).Write();
        CitedNote.Write(html, page, view);
        Body(html, view);
        Foot(html, page, article);
        html.Write($"</article>\n");
        form.Write(html, page, article.Slug, (above as Above.Refused)?.Question);
    }

    private static void Body(Html html, ArticleView view)
    {
        var blocks = new BlockHtml(html, new TextHtml(html, view.Article, view.Passages, view.Highlight), view.Article.Text);
        foreach (var block in Excerpt.Of(view))
        {
            blocks.Write(block);
        }
    }

    private static void Foot(Html html, Page page, Article article)
    {
        var how = article.Display switch
        {
            ArticleDisplay.Excerpt => "OnlyExcerpt",
            ArticleDisplay.Link => "OnlyLink",
            _ => null,
        };
        if (how is not null)
        {
            html.Write($"<p class=\"display\" lang=\"{page.Language}\" dir=\"{page.Direction}\">{page.Words(how)}</p>\n");
        }

        if (article.Source is { } source && WebLink.IsSafe(source))
        {
            html.Write($"<p class=\"source\" lang=\"{page.Language}\" dir=\"{page.Direction}\">{page.Words("Source")} <a href=\"{source.AbsoluteUri}\" rel=\"noopener\" dir=\"ltr\">{source.Host}</a></p>\n");
        }
    }
}
