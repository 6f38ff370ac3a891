using Bot.Discord.Guilds;
using Microsoft.Data.Sqlite;

namespace Bot.Discord.Tests.Guilds;

public sealed class ToldOnceTests
{
    [Fact]
    public async Task Whom_something_was_told_is_kept_under_a_name_that_only_the_records_key_makes()
    {
        Assert.NotEqual(await KeptAsync(), await KeptAsync());
    }

    private static async Task<string?> KeptAsync()
    {
        await using var world = await GuildWorld.StartAsync();
        var told = world.Guilds.Get<ToldOnce>();
        Assert.True(await told.IsFirstAsync(ToldOnce.KeyOf("private", "6", "12"), TestContext.Current.CancellationToken));
        Assert.False(await told.IsFirstAsync(ToldOnce.KeyOf("private", "6", "12"), TestContext.Current.CancellationToken));
        await using var record = new SqliteConnection($"Data Source={world.Record.File};Pooling=False");
        await record.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = record.CreateCommand();
        command.CommandText = "SELECT Key FROM channel_values WHERE Key LIKE 'told/%'";
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
