using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Commands;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Hosting;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Registers Discord.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Adds Discord. Settings are read from <c>Discord</c> and validated at start; without a token and without a public key nothing of it runs.
    /// <see cref="Links"/> may be registered before; without it readers cannot reach our pages.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services)
    {
        services.AddSettings<DiscordOptions>(DiscordOptions.Section);
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton(new Links(PublicUrl: null));
        return services.AddRest().AddChannel().AddGuilds().AddCommands().AddInteractions().AddGateway().AddHosting();
    }

    private static IServiceCollection AddChannel(this IServiceCollection services)
    {
        services.AddSingleton<ShownParts>();
        services.AddSingleton<DiscordChannel>();
        services.AddSingleton<IChannel>(provider => ActivatorUtilities.CreateInstance<GuildAnswers>(provider, provider.GetRequiredService<DiscordChannel>()));
        return services;
    }

    private static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<ReadersShelf>();
        services.AddSingleton<ArticleOption>();
        services.AddSingleton<ICommand, AskCommand>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddSingleton<ICommand, CheckCommand>();
        services.AddSingleton<ICommand, SummaryCommand>();
        services.AddSingleton<ICommand, ArticlesCommand>();
        services.AddSingleton<ICommand, SourcesCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<ICommand, ForgetCommand>();
        services.AddSingleton<ICommand, PrivacyCommand>();
        services.AddSingleton<AboutThisCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<AboutThisCommand>());
        services.AddSingleton<IForm>(provider => provider.GetRequiredService<AboutThisCommand>());
        return services;
    }

    private static IServiceCollection AddInteractions(this IServiceCollection services)
    {
        services.AddSingleton<OpenCallbacks>();
        services.AddSingleton<Asking>();
        services.AddSingleton<Presses>();
        services.AddSingleton<IInteractions, InteractionDesk>();
        services.AddSingleton<InteractionsEndpoint>();
        return services;
    }

    private static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<Withdrawals>();
        services.AddSingleton<Mentions>();
        services.AddSingleton<MentionReplies>();
        services.AddSingleton<IGatewayEvents, GatewayEvents>();
        services.AddSingleton<GatewaySessions>();
        services.AddSingleton<GatewayDirectory>();
        services.AddSingleton<IdentifySlots>();
        services.AddSingleton<IdentifyGate>();
        services.AddSingleton<Func<Shard, IGatewayEvents, GatewayShard>>(provider => (shard, events) => ActivatorUtilities.CreateInstance<GatewayShard>(provider, shard, events));
        return services;
    }

    private static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<ShardCount>();
        services.AddSingleton<Func<Shard, HostedShard>>(provider => shard => ActivatorUtilities.CreateInstance<HostedShard>(provider, shard));
        services.AddSingleton(provider => new DiscordHealth(provider.GetRequiredService<IOptions<DiscordOptions>>()));
        services.AddHostedService<DiscordHost>();
        return services;
    }
}
