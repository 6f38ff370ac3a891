using Bot.Conversations.Privacy;
using Bot.Host.Articles;

namespace Bot.Host.Notices;

/// <summary><c>/privacy</c> and <c>/terms</c>, in the reader's language.</summary>
internal static class NoticePages
{
    public static IEndpointRouteBuilder MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapGet("/privacy", (HttpContext context, ReaderPrivacy privacy) =>
                Show(context, "Privacy", language => privacy.TextIn(language) + "\n" + PageWords.Of("PrivacyOnTheWeb", language)))
            .WithSummary("What is kept of readers, and for how long.").Produces<string>(200, "text/html");
        app.MapGet("/terms", (HttpContext context) => Show(context, "Terms", language => PageWords.Of("TermsText", language)))
            .WithSummary("What readers may expect.").Produces<string>(200, "text/html");
        return app;
    }

    private static IResult Show(HttpContext context, string name, Func<string, string> text)
    {
        var page = Page.For(context, PageWords.Fallback);
        return Results.Content(
            page.Write(page.Words(name), html =>
            {
                html.Write($"<article><h1>{page.Words(name)}</h1>\n");
                foreach (var paragraph in text(page.Language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    html.Write($"<p>{paragraph}</p>\n");
                }

                html.Write($"</article>\n");
            }),
            "text/html; charset=utf-8");
    }
}
