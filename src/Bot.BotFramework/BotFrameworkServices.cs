using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Identity;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Serving;
using Bot.Conversations.Channels;
using Bot.Knowledge.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.BotFramework;

/// <summary>Registers the channels of Azure Bot Service.</summary>
public static class BotFrameworkServices
{
    private const string Path = "/api/messages";

    /// <summary>
    /// Adds Teams, Web Chat and whatever else Azure Bot Service brings. Settings are read from <c>BotFramework</c> and the <c>MicrosoftApp…</c> names
    /// at the root, and validated at start. <see cref="Links"/> may be registered before; without it readers cannot reach our pages.
    /// </summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddOptions<MicrosoftAppOptions>().BindConfiguration(MicrosoftAppOptions.Section);
        services.AddSettings<BotFrameworkOptions, BotFrameworkValidator>(BotFrameworkOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Links(PublicUrl: null));
        return services.AddIdentity().AddConnecting().AddTaking();
    }

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static RouteHandlerBuilder MapBotFramework(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, (HttpContext context, MessagesEndpoint endpoint) => endpoint.PostAsync(context))
            .WithSummary("Takes activities of Azure Bot Service.")
            .WithDescription("For channels such as Teams, with their tokens; people and programs use /api/ask.");

    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddHttpClient(SigningKeys.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<TokenGate>();
        return services;
    }

    private static IServiceCollection AddConnecting(this IServiceCollection services)
    {
        services.AddHttpClient(BotTokens.ClientName, client => client.Timeout = TimeSpan.FromSeconds(15)).RemoveAllLoggers();

        // A redirected request would carry the token to another host.
        services.AddHttpClient(ConnectorClient.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
            .RemoveAllLoggers();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<CorrectedAnswers>();
        services.AddSingleton<BotFrameworkChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<BotFrameworkChannel>());
        return services;
    }

    private static IServiceCollection AddTaking(this IServiceCollection services)
    {
        services.AddSingleton<ActivityMetrics>();
        services.AddSingleton<RecentActivities>();
        services.AddSingleton<Errands>();
        services.AddHostedService(provider => provider.GetRequiredService<Errands>());
        services.AddSingleton<Notes>();
        services.AddSingleton<Shelf>();
        services.AddSingleton<Withdrawals>();
        services.AddSingleton<Questions>();
        services.AddSingleton<Commands>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Invokes>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }
}
