using System.Threading.RateLimiting;
using Bot.BotFramework.DirectLine;
using Bot.Host.Asking;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Host.Chatting;

/// <summary>Registers the chat: the server that Web Chat talks with, with limits for each address, and the chat in pages of other sites.</summary>
internal static class ChattingServices
{
    private const string Conversations = "chat-conversations";
    private const string Activities = "chat-activities";
    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddChatting(this IServiceCollection services)
    {
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<DirectLineOptions>>((limiter, options) =>
        {
            limiter.AddPolicy(Conversations, context => PerAddress(context, options.Value.ConversationsPerMinute));
            limiter.AddPolicy(Activities, context => PerAddress(context, options.Value.ActivitiesPerMinute));
        });
        return services.AddDirectLine().AddSingleton<EmbedEndpoints>();
    }

    public static IEndpointRouteBuilder MapChatting(this IEndpointRouteBuilder app)
    {
        app.MapDirectLine(
            Asker.Of,
            new(
                Conversations: route => route.RequireRateLimiting(Conversations),
                Activities: route => route.RequireRateLimiting(Activities),
                Stream: route => route.DisableRequestTimeout()));
        app.MapGet("/embed.js", (HttpContext context, EmbedEndpoints embed) => embed.Script(context)).ExcludeFromDescription();
        app.MapGet("/embed", (string? article, HttpContext context, EmbedEndpoints embed) => embed.Frame(article, context)).ExcludeFromDescription();
        return app;
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(Asker.Of(context), _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = Segments });
}
