using System.Net;
using Bot.Conversations.Records;
using Bot.Host.Forms;
using Bot.Host.Guarding;
using Bot.Host.Serving;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;

namespace Bot.Host.Articles;

/// <summary>The pages of articles and of what cites them.</summary>
internal sealed class ArticlePages(
    KnowledgeBase knowledge,
    RecordedTurns turns,
    RecordReading record,
    AnswersAbove answers,
    ArticlePage article,
    PublicAddress address,
    TimeProvider time)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary><c>/articles/{slug}</c>, with <c>?cited=</c> the id of a citation to mark and <c>?answer=</c> that of an answer to show.</summary>
    public async Task<IResult> ShowAsync(string slug, string? cited, string? answer, HttpContext context) =>
        await ShowAsync(slug, cited, await answers.FindAsync(answer, context), context, StatusCodes.Status200OK);

    /// <summary>An article, with what is to be said above it.</summary>
    public async Task<IResult> ShowAsync(string slug, string? cited, Above? above, HttpContext context, int status)
    {
        // An article is shown also when nobody can tell what was cited of it.
        var (_, words) = CitationAnchor.IsId(cited) ? await CitedAsync(cited!, context.RequestAborted) : default;
        using var snapshot = knowledge.Acquire();
        var indexed = snapshot.Articles.GetValueOrDefault(slug);
        var mine = words?.Article.Slug == slug ? words : null;
        return indexed?.Article switch
        {
            { Status: ArticleStatus.Withdrawn } withdrawn => Gone(context, mine, withdrawn.Language),
            { } shown when shown.IsPublicAt(time.GetUtcNow()) => Show(context, mine is null ? ArticleView.Of(indexed) : ArticleView.Of(indexed, mine), above, status),
            null when mine is not null => Gone(context, mine, mine.Article.Language),
            _ => Message(context, StatusCodes.Status404NotFound, "NoArticle"),
        };
    }

    /// <summary><c>/c/{citation}</c>: leads to the exact words; with <c>?here</c> not to another site, for a script that may not go there.</summary>
    public async Task<IResult> LeadAsync(string citation, HttpContext context)
    {
        var (read, cited) = CitationAnchor.IsId(citation) ? await CitedAsync(citation, context.RequestAborted) : (true, null);
        if (cited is null)
        {
            return read
                ? Message(context, StatusCodes.Status404NotFound, "NoCitation")
                : Message(context, StatusCodes.Status503ServiceUnavailable, "TryAgain");
        }

        // A fixed reply has no page here: what it says stands at its source.
        if (FixedReply.IsTextOf(cited.Article) && cited.Article.Source is { } source)
        {
            return context.Request.Query.ContainsKey("here") ? Reply(context, cited) : Results.Redirect(source.AbsoluteUri);
        }

        return Results.Redirect($"{Page.For(context, PageWords.Fallback).ToArticle(cited.Article.Slug, $"?cited={citation}")}#{citation}");
    }

    private Task<(bool Read, CitedWords? Found)> CitedAsync(string citation, CancellationToken cancellationToken) =>
        record.TryAsync(token => turns.CitedAsync(citation, token), cancellationToken);

    private IResult Show(HttpContext context, ArticleView view, Above? above, int status)
    {
        var page = Page.For(context, view.Article.Language) with
        {
            Canonical = address.Of($"articles/{view.Article.Slug}"),
            Listed = view.Cited is null && above is null,
            AgainAfter = above?.AgainAfter,
            Nonce = ContentPolicy.AllowChat(context, address.Root),
        };
        return Results.Content(article.Write(page, view, above), Html, statusCode: status);
    }

    private static IResult Reply(HttpContext context, CitedWords cited)
    {
        var page = Page.For(context, cited.Article.Language) with { Listed = false };
        return Results.Content(MessagePage.Write(page, cited.Article.Title, html => CitedNote.Recorded(html, cited, markId: true)), Html);
    }

    // Its words are gone from here; those of a citation the reader has already been told.
    private static IResult Gone(HttpContext context, CitedWords? cited, string language)
    {
        var page = Page.For(context, language) with { Listed = false };
        return Results.Content(MessagePage.Write(page, page.Words("Withdrawn"), cited is null ? null : html =>
        {
            html.Write($"<p>{page.Words("WithdrawnWords")}</p>\n");
            CitedNote.Recorded(html, cited, markId: true);
        }), Html, statusCode: (int)HttpStatusCode.Gone);
    }

    private static IResult Message(HttpContext context, int status, string words)
    {
        var page = Page.For(context, PageWords.Fallback) with { Listed = false };
        return Results.Content(MessagePage.Write(page, page.Words(words), null), Html, statusCode: status);
    }
}
