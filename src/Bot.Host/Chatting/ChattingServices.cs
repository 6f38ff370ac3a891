namespace Bot.Host.Chatting;

/// <summary>Registers the chat in pages of other sites.</summary>
internal static class ChattingServices
{
    public static IServiceCollection AddEmbedding(this IServiceCollection services) => services.AddSingleton<EmbedEndpoints>();

    public static IEndpointRouteBuilder MapEmbedding(this IEndpointRouteBuilder app)
    {
        app.MapGet("/embed.js", (HttpContext context, EmbedEndpoints embed) => embed.Script(context)).ExcludeFromDescription();
        app.MapGet("/embed", (string? article, HttpContext context, EmbedEndpoints embed) => embed.Frame(article, context)).ExcludeFromDescription();
        return app;
    }
}
