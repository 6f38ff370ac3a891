using Bot.Discord.Commands;
using Bot.Discord.Guilds;
using Bot.Discord.Tests.Guilds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Commands;

public sealed class CheckCommandTests
{
    private const Permission Enough = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads | Permission.ReadMessageHistory;

    [Fact]
    public async Task Can_be_registered_for_managers_in_guilds_alone()
    {
        await using var world = await StartAsync();
        await ManagersCommands.AssertRegistrableAsync(Command(world));
    }

    [Fact]
    public async Task Says_that_nothing_is_missing()
    {
        await using var world = await StartAsync();
        Assert.Equal("Nothing is missing.", await ManagersCommands.UseAsync(Command(world)));
    }

    [Fact]
    public async Task Names_what_is_missing_and_where()
    {
        await using var world = await StartAsync();
        await world.Guilds.SetAsync(settings => settings with { Channels = ["71", "72", "73", "74"], Threads = true });
        Assert.Equal(
            """
            <#7>: I lack “Create Public Threads”, “Read Message History”.
            <#71>: I lack “Create Public Threads”.
            <#72>: I lack “Send Messages”, “Create Public Threads”.
            <#73>: this channel is gone. Remove it with /settings channel remove.
            """,
            await ManagersCommands.UseAsync(Command(world), change: interaction => interaction["app_permissions"] = $"{(ulong)(Enough & ~Permission.ReadMessageHistory)}"));
    }

    [Fact]
    public async Task Says_that_no_channel_is_allowed_yet()
    {
        await using var world = await StartAsync();
        await world.Guilds.SetAsync(_ => new());
        Assert.StartsWith("All answers are private: no channel is allowed yet.", await ManagersCommands.UseAsync(Command(world)), StringComparison.Ordinal);
        Assert.Empty(world.Discord.All);
    }

    [Theory]
    [InlineData(0, true), InlineData(1 << 18, false), InlineData(1 << 19, false), InlineData(1 << 12, true)]
    public async Task Says_when_messages_in_threads_are_to_be_read_and_may_not_be(int flags, bool isMissing)
    {
        var options = new DiscordOptions { ThreadMessages = true };
        await using var world = await StartAsync(options);
        world.Discord.Resources["/applications/@me"] = $$"""{"id":"11","flags":{{flags}}}""";
        Assert.Equal(isMissing, (await ManagersCommands.UseAsync(Command(world))).Contains("Message Content Intent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_when_Discord_does_not_tell()
    {
        await using var world = await StartAsync();
        world.Discord.Script = (context, _) =>
        {
            context.Response.StatusCode = 403;
            return Task.FromResult(true);
        };
        Assert.StartsWith("Discord did not say in time", await ManagersCommands.UseAsync(Command(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_nobody_else()
    {
        await using var world = await StartAsync();
        Assert.Equal("Only who may manage this server can use this.", await ManagersCommands.UseAsync(Command(world), change: interaction => interaction["member"]!["permissions"] = "0"));
        Assert.Empty(world.Discord.All);
    }

    private static async Task<GuildWorld> StartAsync(DiscordOptions? options = null)
    {
        var world = await GuildWorld.StartAsync(options);
        await world.Guilds.SetAsync(settings => settings with { Channels = ["71"] });
        world.Discord.Resources["/users/@me"] = """{"id":"10"}""";
        world.Discord.Resources["/guilds/6/members/10"] = """{"user":{"id":"10"},"roles":["1"]}""";
        world.Discord.Resources["/guilds/6/roles"] = $$"""[{"id":"6","permissions":"0"},{"id":"1","permissions":"{{(ulong)Enough}}"}]""";
        world.Discord.Resources["/guilds/6/channels"] = $$"""
            [
                {"id":"71","type":0,"permission_overwrites":[]},
                {"id":"72","type":0,"permission_overwrites":[{"id":"6","type":0,"allow":"0","deny":"{{(ulong)Permission.SendMessages}}"}]},
                {"id":"74","type":0,"permission_overwrites":[{"id":"10","type":1,"allow":"{{(ulong)Permission.CreatePublicThreads}}","deny":"0"}]}
            ]
            """;
        return world;
    }

    private static CheckCommand Command(GuildWorld world) => new(world.Guilds.Get<GuildCheck>(), world.Guilds.Book, Options.Create(new DiscordOptions()), world.Time, NullLogger<CheckCommand>.Instance);
}
