using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Conversations.Tests.Records;

public sealed class PostgresDatabaseTests(SharedPostgres postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_find_an_empty_database_at_the_same_moment_make_its_tables_once()
    {
        await using var record = (PostgresRig)await postgres.RigAsync();
        var databases = Enumerable.Range(0, 4).Select(_ => new PostgresDatabase(record.ConnectionString)).ToArray();

        await Task.WhenAll(databases.Select(database => database.PrepareAsync(Token)));

        await using var context = databases[0].Open();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_made()
    {
        await using var record = (PostgresRig)await postgres.RigAsync();
        await using var database = new PostgresDatabase(new NpgsqlConnectionStringBuilder(record.ConnectionString) { Database = "not_there_yet" }.ConnectionString);

        await database.PrepareAsync(Token);

        await using var context = database.Open();
        Assert.Equal(0, await context.Turns.CountAsync(Token));
    }
}
