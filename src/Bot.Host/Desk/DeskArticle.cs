using Bot.Answering.Answers;
using Bot.Host.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Host.Desk;

/// <summary>An article at the desk: its passages numbered, the words of a citation marked.</summary>
internal static class DeskArticle
{
    /// <summary>Its markup; all words in it are encoded.</summary>
    public static string Html(IndexedArticle indexed, Citation? followed)
    {
        var (article, passages) = indexed;
        var cited = followed?.Article.Slug == article.Slug ? followed : null;
        var highlight = cited is { Field: null } && cited.Span.End <= article.Text.Length && cited.Quote == cited.Span.In(article.Text)
            ? new Highlight(cited.Id, cited.Span, null)
            : null;
        var html = new Html();
        var blocks = new BlockHtml(html, new TextHtml(html, article, passages, highlight), article.Text);
        foreach (var block in article.Blocks)
        {
            blocks.Write(block);
        }

        return html.ToString();
    }
}
