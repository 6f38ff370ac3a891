using Bot.Conversations.Records;
using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>What became of the words that brought the reader to an article, with the words as they were recorded.</summary>
internal static class CitedNote
{
    public static void Write(Html html, Page page, ArticleView view)
    {
        if (view.Cited is not { } cited || view is { Fate: CitedFate.Unchanged, Article.Display: not ArticleDisplay.Link })
        {
            return;
        }

        html.Write($"<aside class=\"note\" aria-label=\"{page.Words("Note")}\" lang=\"{page.Language}\" dir=\"{PageWords.Direction(page.Language)}\">\n");
        if (view.Fate != CitedFate.Unchanged)
        {
            html.Write($"<p>{page.Words(view.Fate == CitedFate.RestChanged ? "RestChanged" : "WordsChanged")}</p>\n");
        }

        if (view.Highlight is null || view.Article.Display == ArticleDisplay.Link)
        {
            Recorded(html, cited, markId: view.Highlight is not { Field: not null });
        }

        html.Write($"</aside>\n");
    }

    /// <summary>The words as they were recorded.</summary>
    public static void Recorded(Html html, CitedWords cited, bool markId)
    {
        html.Write($"<blockquote lang=\"{cited.Article.Language}\" dir=\"{PageWords.Direction(cited.Article.Language)}\"><p>");
        if (markId)
        {
            html.Write($"<mark id=\"{cited.Id}\">{cited.Quote}</mark>");
        }
        else
        {
            html.Text(cited.Quote);
        }

        html.Write($"</p></blockquote>\n");
    }
}
