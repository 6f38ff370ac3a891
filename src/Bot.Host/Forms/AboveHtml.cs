using System.Diagnostics;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.Host.Articles;

namespace Bot.Host.Forms;

/// <summary>Writes what stands above the articles: an answer with the words that support it, or why there is none.</summary>
/// <param name="html">The page.</param>
/// <param name="page">Its frame.</param>
/// <param name="article">The article that is asked; <see langword="null"/> for all.</param>
internal sealed class AboveHtml(Html html, Page page, string? article)
{
    public void Write(Above above)
    {
        switch (above)
        {
            case Above.Answered answered:
                Write(answered);
                break;
            case Above.Pending pending:
                Open(pending.Question);
                html.Write($"<p role=\"status\">{page.Words("Pending")}</p>\n</section>\n");
                break;
            case Above.Refused refused:
                Open(refused.Question);
                html.Write($"<p class=\"error\" role=\"alert\">{refused.Words}</p>\n</section>\n");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Open(string? question)
    {
        html.Write($"<section class=\"answer\" id=\"answer\" aria-label=\"{page.Words("Answer")}\">\n");
        if (question is not null)
        {
            html.Write($"<h2 class=\"asked\" dir=\"auto\">{question}</h2>\n");
        }
    }

    private void Write(Above.Answered above)
    {
        Open(above.Question);
        new AnswerHtml(html, page, above.Turn).Write(above.Answer);
        Foot(above);
        Suggestions(above.Answer);
        html.Write($"</section>\n");
    }

    private void Foot(Above.Answered above)
    {
        if (above.Answer is Answer.Answered or Answer.Conflicting)
        {
            html.Write($"<p class=\"made\">{page.Words(above.Answer.Making.Engine == Making.Extractive ? "Quoted" : "Generated")}</p>\n");
        }

        foreach (var told in above.Corrections)
        {
            html.Write($"<p class=\"note\" dir=\"auto\">{told}</p>\n");
        }
    }

    private void Suggestions(Answer answer)
    {
        if (!answer.Suggestions.IsEmpty)
        {
            AskForm.WriteButtons(html, page, article, Wording.Of("AskInstead", answer.Language), answer.Suggestions);
        }
    }
}
