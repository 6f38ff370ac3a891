using Bot.Discord.Guilds;
using Microsoft.Data.Sqlite;

namespace Bot.Discord.Tests.Guilds;

public sealed class GuildSettingsBookTests : IAsyncLifetime
{
    private GuildWorld _world = null!;
    private GuildRig _other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await GuildWorld.StartAsync();
        _other = new(_world.Rest.Client, _world.World, _world.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_guild_that_decided_nothing_allows_no_channel_and_every_article()
    {
        var settings = await _world.Guilds.Book.OfAsync("6", Stop);
        Assert.False(settings.Allows("7", parent: null));
        Assert.Null(settings.Scope);
        Assert.Equal(GuildSettings.Default.Write(), settings.Write());
    }

    [Fact]
    public async Task What_one_process_changes_the_other_knows_some_seconds_later()
    {
        Assert.Empty((await _other.Book.OfAsync("6", Stop)).Channels);
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"], Tags = ["Water"], Language = "de", Private = true, Threads = true, BlockedRoles = ["3"], BlockedUsers = ["4"] });
        Assert.Empty((await _other.Book.OfAsync("6", Stop)).Channels);
        _world.Time.Advance(GuildSettingsBook.Fresh);
        var seen = await _other.Book.OfAsync("6", Stop);
        Assert.Equal((await _world.Guilds.Book.OfAsync("6", Stop)).Write(), seen.Write());
        Assert.Equal(("7", "Water", "de", true, true, "3", "4"), (seen.Channels[0], seen.Tags[0], seen.Language, seen.Private, seen.Threads, seen.BlockedRoles[0], seen.BlockedUsers[0]));
        Assert.Empty((await _other.Book.OfAsync("66", Stop)).Channels);
    }

    [Fact]
    public async Task Of_changes_at_the_same_time_none_is_lost()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["1"] });
        await Task.WhenAll(Enumerable.Range(2, 8).Select(channel => (channel % 2 == 0 ? _other : _world.Guilds).SetAsync(settings => settings with { Channels = settings.Channels.Add($"{channel}") })));
        _world.Time.Advance(GuildSettingsBook.Fresh);
        Assert.Equal(Enumerable.Range(1, 9).Select(channel => $"{channel}"), (await _other.Book.OfAsync("6", Stop)).Channels.Order());
    }

    [Fact]
    public async Task Of_the_first_changes_of_two_processes_at_the_same_time_none_is_lost()
    {
        // The other process decides while this one has read that nobody did.
        var first = true;
        await _world.Guilds.SetAsync(settings =>
        {
            if (first)
            {
                first = false;
                Assert.True(Task.Run(() => _other.SetAsync(others => others with { Channels = ["1"] }), Stop).Wait(TimeSpan.FromMinutes(1), Stop));
            }

            return settings with { Channels = settings.Channels.Add("2") };
        });
        _world.Time.Advance(GuildSettingsBook.Fresh);
        Assert.Equal(["1", "2"], (await _other.Book.OfAsync("6", Stop)).Channels);
    }

    [Fact]
    public async Task While_the_record_is_away_what_was_read_last_counts()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"] });
        await using (var connection = new SqliteConnection($"Data Source={_world.Record.File};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE channel_values";
            await drop.ExecuteNonQueryAsync(Stop);
        }

        _world.Time.Advance(GuildSettingsBook.Fresh);
        Assert.Equal(["7"], (await _world.Guilds.Book.OfAsync("6", Stop)).Channels);
        await Assert.ThrowsAnyAsync<Exception>(() => _other.Book.OfAsync("6", Stop));
        Assert.Contains("not taken", Assert.IsType<Verdict.Refused>(await _other.Policy.OfAsync(new() { Guild = "6", Channel = "7", User = "1" }, Stop)).Words, StringComparison.Ordinal);
    }
}
