using System.Threading.RateLimiting;
using Bot.BotFramework.DirectLine;
using Bot.Host.Asking;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Host.WebChat;

/// <summary>Serves Direct Line to our page, with limits for each address.</summary>
internal static class WebChatServices
{
    private const string Conversations = "directline-conversations";
    private const string Activities = "directline-activities";
    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<DirectLineOptions>>((limiter, options) =>
        {
            limiter.AddPolicy(Conversations, context => PerAddress(context, options.Value.ConversationsPerMinute));
            limiter.AddPolicy(Activities, context => PerAddress(context, options.Value.ActivitiesPerMinute));
        });
        return services.AddDirectLine();
    }

    public static void MapWebChat(this IEndpointRouteBuilder app) => app.MapDirectLine(
        Asker.Of,
        new(
            Conversations: route => route.RequireRateLimiting(Conversations),
            Activities: route => route.RequireRateLimiting(Activities),
            Stream: route => route.DisableRequestTimeout()));

    private static RateLimitPartition<string> PerAddress(HttpContext context, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(Asker.Of(context), _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = Segments });
}
