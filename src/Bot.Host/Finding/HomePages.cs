using Bot.Host.Articles;
using Bot.Host.Forms;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;

namespace Bot.Host.Finding;

/// <summary><c>/</c>: what there is to ask, a form that asks it, and a search.</summary>
internal sealed class HomePages(KnowledgeBase knowledge, AnswersAbove answers, AskForm form, PublicAddress address, TimeProvider time)
{
    /// <summary>The parameter with the words to look for.</summary>
    public const string Parameter = "q";

    public async Task<IResult> ShowAsync(string? words, string? answer, HttpContext context) =>
        Show(words, await answers.FindAsync(answer, context), context, StatusCodes.Status200OK);

    /// <summary>The page, with what is to be said above the articles.</summary>
    public IResult Show(string? words, Above? above, HttpContext context, int status)
    {
        var wanted = words?.Trim() is { Length: > 0 } trimmed ? trimmed[..Math.Min(trimmed.Length, ArticleSearch.Longest)] : null;
        var page = Page.For(context, PageWords.Fallback) with
        {
            Canonical = address.Of(""),
            Listed = wanted is null && above is null,
            AgainAfter = above?.AgainAfter,
        };
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        var home = new HomePage(page, form, above);
        var written = wanted is null
            ? home.Write([.. snapshot.Articles.Values
                .Where(indexed => indexed.Article.IsPublicAt(now))
                .OrderByDescending(indexed => indexed.Article.Published)
                .ThenBy(indexed => indexed.Article.Slug, StringComparer.Ordinal)])
            : home.Write(wanted, ArticleSearch.Find(snapshot, wanted, now, context.RequestAborted));
        return Results.Content(written, "text/html; charset=utf-8", statusCode: status);
    }
}
