using Bot.Discord;
using Bot.Discord.Rendering;
using Bot.Host.Serving;

namespace Bot.Host.Discord;

/// <summary>The bot on Discord.</summary>
internal static class DiscordBot
{
    public static IServiceCollection AddDiscordBot(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Links(provider.GetRequiredService<PublicAddress>().Root));
        return services.AddDiscord();
    }

    // All interactions come from Discord's own few addresses; how much each reader may ask is the record's to say.
    public static void MapDiscordBot(this IEndpointRouteBuilder app) => app.MapDiscord().DisableRateLimiting();
}
