using System.Net;
using Bot.Conversations.Records;
using Bot.Host.Serving;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Host.Articles;

/// <summary>The pages of articles and of what cites them.</summary>
internal sealed class ArticlePages(KnowledgeBase knowledge, RecordedTurns turns, RecordReading record, PublicAddress address, TimeProvider time)
{
    private const string Html = "text/html; charset=utf-8";
    private const string DefaultLanguage = "en";

    /// <summary><c>/articles</c>: what there is to ask.</summary>
    public IResult List(HttpContext context)
    {
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        var shown = snapshot.Articles.Values
            .Select(indexed => indexed.Article)
            .Where(article => article.IsPublicAt(now))
            .OrderByDescending(article => article.Published)
            .ThenBy(article => article.Slug, StringComparer.Ordinal);
        return Results.Content(ListPage.Write(new Page(context.Request.PathBase, DefaultLanguage) { Canonical = address.Of("articles") }, [.. shown]), Html);
    }

    /// <summary><c>/articles/{slug}</c>, with <c>?cited=</c> the id of a citation to mark.</summary>
    public async Task<IResult> ShowAsync(string slug, string? cited, HttpContext context)
    {
        // An article is shown also when nobody can tell what was cited of it.
        var (_, words) = CitationAnchor.IsId(cited) ? await CitedAsync(cited!, context.RequestAborted) : default;
        using var snapshot = knowledge.Acquire();
        var indexed = snapshot.Articles.GetValueOrDefault(slug);
        var mine = words?.Article.Slug == slug ? words : null;
        return indexed?.Article switch
        {
            { Status: ArticleStatus.Withdrawn } article => Gone(context, mine, article.Language),
            { } article when article.IsPublicAt(time.GetUtcNow()) => Show(context, mine is null ? ArticleView.Of(indexed) : ArticleView.Of(indexed, mine)),
            null when mine is not null => Gone(context, mine, mine.Article.Language),
            _ => Message(context, StatusCodes.Status404NotFound, "NoArticle", DefaultLanguage),
        };
    }

    /// <summary><c>/c/{citation}</c>: leads to the exact words.</summary>
    public async Task<IResult> LeadAsync(string citation, HttpContext context)
    {
        var (read, cited) = CitationAnchor.IsId(citation) ? await CitedAsync(citation, context.RequestAborted) : (true, null);
        if (cited is null)
        {
            return read
                ? Message(context, StatusCodes.Status404NotFound, "NoCitation", DefaultLanguage)
                : Message(context, StatusCodes.Status503ServiceUnavailable, "TryAgain", DefaultLanguage);
        }

        var path = string.Join('/', cited.Article.Slug.Split('/').Select(Uri.EscapeDataString));
        return Results.Redirect($"{context.Request.PathBase}/articles/{path}?cited={citation}#{citation}");
    }

    private Task<(bool Read, CitedWords? Found)> CitedAsync(string citation, CancellationToken cancellationToken) =>
        record.TryAsync(token => turns.CitedAsync(citation, token), cancellationToken);

    private IResult Show(HttpContext context, ArticleView view)
    {
        var page = PageIn(context, view.Article.Language) with { Canonical = address.Of($"articles/{view.Article.Slug}"), Listed = view.Cited is null };
        return Results.Content(ArticlePage.Write(page, view), Html);
    }

    // Its words are gone from here; those of a citation the reader has already been told.
    private static IResult Gone(HttpContext context, CitedWords? cited, string language)
    {
        var page = PageIn(context, language) with { Listed = false };
        return Results.Content(MessagePage.Write(page, "Withdrawn", cited is null ? null : html =>
        {
            html.Write($"<p>{page.Words("WithdrawnWords")}</p>\n");
            CitedNote.Recorded(html, cited, markId: true);
        }), Html, statusCode: (int)HttpStatusCode.Gone);
    }

    private static IResult Message(HttpContext context, int status, string words, string language) =>
        Results.Content(MessagePage.Write(PageIn(context, language) with { Listed = false }, words, null), Html, statusCode: status);

    private static Page PageIn(HttpContext context, string language) => new(context.Request.PathBase, PageWords.LanguageFor(language));
}
