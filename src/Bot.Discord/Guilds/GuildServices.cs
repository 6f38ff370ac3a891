using Bot.Discord.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Guilds;

/// <summary>Registers what guilds decide.</summary>
internal static class GuildServices
{
    /// <summary>Adds the guilds' settings and what follows from them.</summary>
    public static IServiceCollection AddGuilds(this IServiceCollection services)
    {
        services.AddSingleton<GuildSettingsBook>();
        services.AddSingleton<GuildArticles>();
        services.AddSingleton<GuildPolicy>();
        services.AddSingleton<GuildCheck>();
        services.AddSingleton<ThreadParents>();
        services.AddSingleton<ToldOnce>();
        services.AddSingleton<OwnThreads>();
        services.AddSingleton<AnswerThreads>();
        return services;
    }
}
