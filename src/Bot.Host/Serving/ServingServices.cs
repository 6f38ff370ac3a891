using Bot.Conversations.Asking;
using Bot.Knowledge;
using Bot.Knowledge.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Registers what serves: the engine, the articles, the limits of the server, and a stop that loses nothing.</summary>
internal static class ServingServices
{
    // Beyond the drain, for requests that are told where to find their answers.
    private static readonly TimeSpan AfterDrain = TimeSpan.FromSeconds(5);

    // As the server has it by default. Its clock ticks every second, and takes no shorter patience.
    private const double BytesPerSecond = 240;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(1.1);

    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSettings<WebOptions, WebOptionsValidator>(WebOptions.Section);
        services.AddSingleton<PublicAddress>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WebOptions>>((server, web) =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = web.Value.MaxBodyBytes;
            server.Limits.MaxConcurrentConnections = web.Value.MaxConnections;
            server.Limits.MaxConcurrentUpgradedConnections = web.Value.MaxConnections;
            server.Limits.RequestHeadersTimeout = web.Value.RequestWithin;
            server.Limits.MinRequestBodyDataRate = new(BytesPerSecond, PatienceWithin(web.Value.RequestWithin));
            server.Limits.MaxRequestHeadersTotalSize = 16_384;
        });
        return services;
    }

    private static TimeSpan PatienceWithin(TimeSpan request) => request > LongestPatience ? LongestPatience : request < ShortestPatience ? ShortestPatience : request;

    public static IServiceCollection AddServing(this IServiceCollection services)
    {
        services.PostConfigure<KnowledgeOptions>(knowledge => knowledge.Path = KnowledgePlace.Of(knowledge.Path, Directory.GetCurrentDirectory()));
        services.AddSingleton<RecordReading>();
        services.AddSingleton<ServedKnowledge>();
        services.AddHostedService(provider => provider.GetRequiredService<ServedKnowledge>());
        services.AddSingleton(new StartMessage.Output(Console.Out));
        services.AddHostedService<StartMessage>();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<IOptions<TurnOptions>>((host, turns) => host.ShutdownTimeout = turns.Value.DrainFor + AfterDrain);
        return services;
    }
}
