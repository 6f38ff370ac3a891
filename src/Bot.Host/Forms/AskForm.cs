using System.Collections.Immutable;
using Bot.Conversations.Asking;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Microsoft.Extensions.Options;

namespace Bot.Host.Forms;

/// <summary>The form that asks, and works without script.</summary>
internal sealed class AskForm(IOptions<TurnOptions> options)
{
    /// <summary>Where it is sent to.</summary>
    public const string Path = "/ask";

    /// <summary>The field with the question.</summary>
    public const string Question = "question";

    /// <summary>The field with the slug of the article that is asked.</summary>
    public const string Article = "article";

    /// <summary>The field that tells a form sent twice from a question asked again.</summary>
    public const string Key = "key";

    /// <param name="html">The page.</param>
    /// <param name="page">Its frame.</param>
    /// <param name="article">The article that is asked; <see langword="null"/> for all.</param>
    /// <param name="question">What stands in the form.</param>
    public void Write(Html html, Page page, string? article, string? question)
    {
        html.Write($"<section class=\"ask\" id=\"ask\" aria-labelledby=\"ask-title\" lang=\"{page.Language}\" dir=\"{page.Direction}\">\n");

        // Where no article is, asking is what the page is about.
        if (article is null)
        {
            html.Write($"<h1 id=\"ask-title\">{page.Words("AskAll")}</h1>\n");
        }
        else
        {
            html.Write($"<h2 id=\"ask-title\">{page.Words("AskArticle")}</h2>\n");
        }

        Open(html, page, article);
        html.Write($"<label class=\"unseen\" for=\"question\">{page.Words("YourQuestion")}</label>\n<div class=\"row\"><input id=\"question\" name=\"{Question}\" type=\"text\" required maxlength=\"{options.Value.MostLength}\" dir=\"auto\" autocomplete=\"off\" enterkeyhint=\"send\" placeholder=\"{page.Words("YourQuestion")}\" value=\"{question}\">");
        html.Write($"<button type=\"submit\">{page.Words("Ask")}</button></div>\n</form>\n<p class=\"hint\">{page.Words("AskHint")}</p>\n</section>\n");
    }

    /// <summary>Questions that are asked by a press.</summary>
    public static void WriteButtons(Html html, Page page, string? article, string lead, ImmutableArray<string> questions)
    {
        Open(html, page, article);
        html.Write($"<p class=\"soft\">{lead}</p>\n<p class=\"chips\">");
        foreach (var question in questions)
        {
            html.Write($"<button type=\"submit\" name=\"{Question}\" value=\"{question}\" dir=\"auto\">{question}</button> ");
        }

        html.Write($"</p>\n</form>\n");
    }

    private static void Open(Html html, Page page, string? article)
    {
        html.Write($"<form method=\"post\" action=\"{page.To(Path)}\">\n<input type=\"hidden\" name=\"{Key}\" value=\"{IdempotencyKey.New().Value}\">\n");
        if (article is not null)
        {
            html.Write($"<input type=\"hidden\" name=\"{Article}\" value=\"{article}\">\n");
        }
    }
}
