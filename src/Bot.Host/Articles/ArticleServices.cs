namespace Bot.Host.Articles;

/// <summary>Registers the article pages.</summary>
internal static class ArticleServices
{
    public static IServiceCollection AddArticlePages(this IServiceCollection services) => services.AddSingleton<ArticlePages>();

    public static IEndpointRouteBuilder MapArticlePages(this IEndpointRouteBuilder app)
    {
        StyleSheet.Map(app);
        app.MapGet("/", (HttpContext context) => Results.Redirect($"{context.Request.PathBase}/articles")).ExcludeFromDescription();
        app.MapGet("/articles", (HttpContext context, ArticlePages pages) => pages.List(context))
            .Produces<string>(200, "text/html").WithSummary("The articles that may be asked.");
        app.MapGet("/articles/{**slug}", (string slug, string? cited, HttpContext context, ArticlePages pages) => pages.ShowAsync(slug, cited, context))
            .Produces<string>(200, "text/html").Produces<string>(404, "text/html").Produces<string>(410, "text/html")
            .WithSummary("An article, as its publisher allows it to be shown.");
        app.MapGet("/c/{citation}", (string citation, HttpContext context, ArticlePages pages) => pages.LeadAsync(citation, context))
            .Produces(302).Produces<string>(404, "text/html")
            .WithSummary("Leads to the cited words.");
        return app;
    }
}
