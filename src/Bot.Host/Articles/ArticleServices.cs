namespace Bot.Host.Articles;

/// <summary>Registers the article pages.</summary>
internal static class ArticleServices
{
    public static IServiceCollection AddArticlePages(this IServiceCollection services) => services.AddSingleton<ArticlePage>().AddSingleton<ArticlePages>();

    public static IEndpointRouteBuilder MapArticlePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/{**slug}", (string slug, string? cited, string? answer, HttpContext context, ArticlePages pages) => pages.ShowAsync(slug, cited, answer, context))
            .Produces<string>(200, "text/html").Produces<string>(404, "text/html").Produces<string>(410, "text/html")
            .WithSummary("An article, as its publisher allows it to be shown, with a chat about it.");
        app.MapGet("/c/{citation}", (string citation, HttpContext context, ArticlePages pages) => pages.LeadAsync(citation, context))
            .Produces(302).Produces<string>(404, "text/html")
            .WithSummary("Leads to the cited words.");
        return app;
    }
}
