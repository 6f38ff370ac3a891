namespace Bot.Host.Finding;

/// <summary>Registers the page that lists and searches the articles.</summary>
internal static class FindingServices
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services.AddSingleton<HomePages>();

    public static IEndpointRouteBuilder MapFinding(this IEndpointRouteBuilder app)
    {
        foreach (var path in new[] { "/", "/articles" })
        {
            app.MapGet(path, (string? q, string? answer, HttpContext context, HomePages pages) => pages.ShowAsync(q, answer, context))
                .Produces<string>(200, "text/html").WithSummary("The articles that may be asked; with 'q', those with these words.");
        }

        return app;
    }
}
