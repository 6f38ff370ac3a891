using Bot.BotFramework;
using Bot.BotFramework.Rendering;
using Bot.Host.Guarding;
using Bot.Host.Serving;

namespace Bot.Host.Teams;

/// <summary>Teams and the other channels of Azure Bot Service.</summary>
internal static class MicrosoftChannels
{
    public static IServiceCollection AddMicrosoftChannels(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Links(provider.GetRequiredService<PublicAddress>().Root));
        return services.AddBotFramework();
    }

    // All readers of a channel come from a few addresses; how much each may ask is the record's to say.
    public static void MapMicrosoftChannels(this IEndpointRouteBuilder app) =>
        app.MapBotFramework().DisableRateLimiting().WithRequestTimeout(Timed.Answer);
}
