using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.Conversations.Records;
using Bot.Host.Articles;
using Bot.Knowledge.Articles;

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
        var answer = above.Answer;
        Open(above.Question);
        html.Write($"<div lang=\"{answer.Language}\" dir=\"{PageWords.Direction(answer.Language)}\">\n");
        if (answer.Making.Degraded)
        {
            html.Write($"<p class=\"soft\">{Wording.Of("Quoting", answer.Language)}</p>\n");
        }

        switch (answer)
        {
            case Answer.Answered answered:
                Write(answered, above.Turn);
                break;
            case Answer.Conflicting conflicting:
                html.Write($"<p>{Wording.Of("Conflict", answer.Language)}</p>\n<ul>\n");
                foreach (var side in conflicting.Sides)
                {
                    html.Write($"<li>");
                    Write(side, above.Turn);
                    html.Write($"</li>\n");
                }

                html.Write($"</ul>\n");
                break;
            case Answer.NotStated notStated:
                html.Write($"<p>{answer.Text}</p>\n");
                Write(notStated.Closest, answer.Language);
                break;
            default:
                html.Write($"<p>{answer.Text}</p>\n");
                break;
        }

        Sources(answer, above.Turn);
        html.Write($"</div>\n");
        Foot(above);
        Suggestions(answer);
        html.Write($"</section>\n");
    }

    private void Write(Answer.Answered answered, TurnId turn)
    {
        if (answered.Short is { } words)
        {
            html.Write($"<p class=\"short\">{words}</p>\n");
        }

        if (!answered.Sure)
        {
            html.Write($"<p class=\"soft\">{Wording.Of("Unsure", answered.Language)}</p>\n");
        }

        html.Write($"<p>");
        foreach (var claim in answered.Claims)
        {
            Write(claim, turn);
        }

        html.Write($"</p>\n");
    }

    private void Write(Claim claim, TurnId turn)
    {
        html.Text(claim.Text);
        foreach (var citation in claim.Citations)
        {
            html.Write($" <a class=\"number\" href=\"{AddressOf(citation, turn)}\" aria-label=\"{page.Words("SourceNamed", citation.Number, citation.Article.Title)}\">{citation.Number}</a>");
        }

        html.Text(" ");
    }

    // They are no answer: their words lead nowhere but to their article.
    private void Write(ImmutableArray<Closest> closest, string language)
    {
        if (closest.IsEmpty)
        {
            return;
        }

        html.Write($"<p class=\"soft\">{Wording.Of("ClosestLead", language)}</p>\n<ul>\n");
        foreach (var near in closest)
        {
            var (citation, passage) = (near.Citation, near.Passage);
            html.Write($"<li><q lang=\"{citation.Article.Language}\" dir=\"{PageWords.Direction(citation.Article.Language)}\">{citation.Quote}</q> <a href=\"{page.ToArticle(citation.Article.Slug)}#p{passage.Id.Ordinal}\">{citation.Article.Title}</a></li>\n");
        }

        html.Write($"</ul>\n");
    }

    private void Sources(Answer answer, TurnId turn)
    {
        if (answer.Citations.IsEmpty)
        {
            return;
        }

        html.Write($"<h3>{Wording.Of("Sources", answer.Language)}</h3>\n<ol class=\"sources\">\n");
        foreach (var citation in answer.Citations)
        {
            var cited = citation.Article;
            html.Write($"<li value=\"{citation.Number}\" lang=\"{cited.Language}\" dir=\"{PageWords.Direction(cited.Language)}\"><a href=\"{AddressOf(citation, turn)}\">{cited.Title}</a>");
            if (cited.WordsOf(ArticleField.Published) is { } published)
            {
                html.Write($" <span class=\"dates\" dir=\"ltr\">{published}</span>");
            }

            html.Write($"<blockquote>{citation.Quote}</blockquote></li>\n");
        }

        html.Write($"</ol>\n");
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

    // The page of the cited article, with this answer above it and the words marked.
    private string AddressOf(Citation citation, TurnId turn) =>
        $"{page.ToArticle(citation.Article.Slug, $"?{AnswersAbove.Parameter}={turn}&cited={citation.Id}")}#{citation.Id}";
}
