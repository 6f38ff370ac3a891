using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Rest;

/// <summary>Registers the client of Discord's REST API.</summary>
internal static class RestServices
{
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        // A redirected request would carry the token to another host.
        services.AddHttpClient(RestWire.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
            .RemoveAllLoggers();
        services.AddSingleton<BotToken>();
        services.AddSingleton<Buckets>();
        services.AddSingleton(_ => new InvalidRequests());
        services.AddSingleton<RestWire>();
        services.AddSingleton<RestClient>();
        return services;
    }
}
