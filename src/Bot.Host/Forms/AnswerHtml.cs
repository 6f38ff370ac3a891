using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.Conversations.Records;
using Bot.Host.Articles;
using Bot.Knowledge.Articles;

namespace Bot.Host.Forms;

/// <summary>Writes an answer: its sentences, each with the numbers of its sources, and the sources with the words that support it.</summary>
/// <param name="html">The page.</param>
/// <param name="page">Its frame.</param>
/// <param name="turn">The answer's name, which its addresses keep.</param>
internal sealed class AnswerHtml(Html html, Page page, TurnId turn)
{
    public void Write(Answer answer)
    {
        html.Write($"<div lang=\"{answer.Language}\" dir=\"{PageWords.Direction(answer.Language)}\">\n");
        if (answer.Making.Degraded)
        {
            html.Write($"<p class=\"soft\">{Wording.Of("Quoting", answer.Language)}</p>\n");
        }

        switch (answer)
        {
            case Answer.Answered answered:
                Write(answered);
                break;
            case Answer.Conflicting conflicting:
                html.Write($"<p>{Wording.Of("Conflict", answer.Language)}</p>\n<ul>\n");
                foreach (var side in conflicting.Sides)
                {
                    html.Write($"<li>");
                    Write(side);
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

        Sources(answer);
        html.Write($"</div>\n");
    }

    private void Write(Answer.Answered answered)
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
            if (claim == answered.Claims[0] && Highlighted.In(answered) is { } first)
            {
                html.Write($"{first.Before}<strong>{first.Words}</strong>{first.After}");
                Cite(claim);
            }
            else
            {
                Write(claim);
            }
        }

        html.Write($"</p>\n");
    }

    private void Write(Claim claim)
    {
        html.Text(claim.Text);
        Cite(claim);
    }

    private void Cite(Claim claim)
    {
        foreach (var citation in claim.Citations)
        {
            html.Write($" <a class=\"number\" href=\"{AddressOf(citation)}\" aria-label=\"{page.Words("SourceNamed", citation.Number, citation.Article.Title)}\">{citation.Number}</a>");
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

    private void Sources(Answer answer)
    {
        if (answer.Citations.IsEmpty)
        {
            return;
        }

        html.Write($"<h3>{Wording.Of("Sources", answer.Language)}</h3>\n<ol class=\"sources\">\n");
        foreach (var citation in answer.Citations)
        {
            var cited = citation.Article;
            html.Write($"<li value=\"{citation.Number}\" lang=\"{cited.Language}\" dir=\"{PageWords.Direction(cited.Language)}\"><a href=\"{AddressOf(citation)}\">{cited.Title}</a>");
            if (cited.WordsOf(ArticleField.Published) is { } published)
            {
                html.Write($" <span class=\"dates\" dir=\"ltr\">{published}</span>");
            }

            html.Write($"<blockquote>{citation.Quote}</blockquote></li>\n");
        }

        html.Write($"</ol>\n");
    }

    // The page of the cited article, with this answer above it and the words marked.
    private string AddressOf(Citation citation) =>
        $"{page.ToArticle(citation.Article.Slug, $"?{AnswersAbove.Parameter}={turn}&cited={citation.Id}")}#{citation.Id}";
}
