using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Tests.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Guilds;

/// <summary>A record on disk, Discord's REST API over HTTP, and what guilds decide: with a clock that stands still.</summary>
internal sealed class GuildWorld : IAsyncDisposable
{
    private readonly SqliteRig _record = new();

    private GuildWorld(RestRig rest) => Rest = rest;

    public RestRig Rest { get; }

    public ScriptedDiscord Discord => Rest.Discord;

    public FakeTimeProvider Time { get; } = new();

    public SqliteRig Record => _record;

    public World World { get; private set; } = null!;

    public GuildRig Guilds { get; private set; } = null!;

    public ChannelState State => World.Get<ChannelState>();

    public static async Task<GuildWorld> StartAsync(DiscordOptions? options = null)
    {
        var world = new GuildWorld(await RestRig.StartAsync(options));
        world.World = await World.StartAsync(world._record, new DiscordChannel(world.Rest.Client, new(world.Time), new(state: null), Some.Links, world.Time), new ScriptedAnswering());
        world.Guilds = new(world.Rest.Client, world.World, world.Time, options);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await Guilds.DisposeAsync();
        await World.DisposeAsync();
        await Rest.DisposeAsync();
        await _record.DisposeAsync();
        Assert.Empty(Discord.Faults);
    }
}
