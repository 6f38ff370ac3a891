using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Rest;
using Bot.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Guilds;

/// <summary>What guilds decide, over a record and articles on disk: one about a dam, with the tag Water, one about a mill.</summary>
internal sealed class GuildRig : IAsyncDisposable
{
    public const string Guild = "6";

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-guilds-").FullName;
    private readonly ServiceProvider _services;

    public GuildRig(RestClient rest, World world, TimeProvider? time = null, DiscordOptions? options = null)
    {
        File.WriteAllText(Path.Combine(_folder, "dam.md"), "---\ntitle: The dam *broke*\nlanguage: en\ntags: [Water]\n---\nThe dam broke on Monday.\n");
        File.WriteAllText(Path.Combine(_folder, "mill.md"), "---\ntitle: The mill\nlanguage: en\n---\nThe mill burned on Friday.\n");
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Knowledge:Path", _folder)]).Build())
            .AddSingleton(rest)
            .AddSingleton(world.Get<ChannelState>())
            .AddSingleton(world.Get<ChannelKeys>())
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(Options.Create(options ?? new()))
            .AddLogging()
            .AddKnowledge()
            .AddGuilds()
            .AddSingleton<MentionReplies>()
            .BuildServiceProvider();
    }

    public GuildSettingsBook Book => Get<GuildSettingsBook>();

    public GuildPolicy Policy => Get<GuildPolicy>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task SetAsync(Func<GuildSettings, GuildSettings> change) => Book.ChangeAsync(Guild, change, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
