using Bot.Conversations.Privacy;
using Bot.Host.Articles;

namespace Bot.Host.Notices;

/// <summary><c>/privacy</c> and <c>/terms</c>.</summary>
internal static class NoticePages
{
    private const string Language = "en";

    public static IEndpointRouteBuilder MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapGet("/privacy", (HttpContext context, ReaderPrivacy privacy) => Show(context, "Privacy", privacy.Text + "\n" + EmbeddedText.Of("privacy-web.txt")))
            .WithSummary("What is kept of readers, and for how long.").Produces<string>(200, "text/html");
        app.MapGet("/terms", (HttpContext context) => Show(context, "Terms", EmbeddedText.Of("terms.txt")))
            .WithSummary("What readers may expect.").Produces<string>(200, "text/html");
        return app;
    }

    private static IResult Show(HttpContext context, string name, string text)
    {
        var page = new Page(context.Request.PathBase, Language);
        return Results.Content(
            page.Write(page.Words(name), html =>
            {
                html.Write($"<article><h1>{page.Words(name)}</h1>\n");
                foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    html.Write($"<p>{paragraph}</p>\n");
                }

                html.Write($"</article>\n");
            }),
            "text/html; charset=utf-8");
    }
}
