using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Conversations.Tests.Records;

public sealed class MigrationTests(SharedPostgres postgres)
{
    // A correction that was told and one that waits, as the first version recorded them.
    private const string Recorded =
        """
        INSERT INTO turns ("Id", "Channel", "EventId", "Conversation", "Asker", "Text", "Address", "Private", "Received", "State", "Epoch", "Attempts", "Repeats")
        VALUES ('11111111-1111-1111-1111-111111111111', 'web', 'e', 'c', 'a', 'what', '', FALSE, 1, 10, 1, 1, 0);
        INSERT INTO cited ("Id", "Slug", "Version", "Start", "End", "SentenceStart", "SentenceEnd", "Quote") VALUES ('words', 'dam', 'v', 0, 1, 0, 1, 'T');
        INSERT INTO corrections ("Id", "Cited", "Kind", "NewWords", "ChangeHash", "Found", "State", "Wording", "By", "Decided")
        VALUES ('22222222-2222-2222-2222-222222222222', 'words', 0, 'U', 'h', 1, 1, 'Corrected on 2026-11-22: seven, not five', 'an editor', 1);
        INSERT INTO tellings ("Id", "Correction", "Turn", "State") VALUES ('33333333-3333-3333-3333-333333333333', '22222222-2222-2222-2222-222222222222', 1, 2);
        INSERT INTO corrections ("Id", "Cited", "Kind", "NewWords", "ChangeHash", "Found", "State")
        VALUES ('44444444-4444-4444-4444-444444444444', 'words', 0, 'V', 'i', 1, 0);
        INSERT INTO tellings ("Id", "Correction", "Turn", "State") VALUES ('55555555-5555-5555-5555-555555555555', '44444444-4444-4444-4444-444444444444', 1, 0);
        INSERT INTO channel_values ("Channel", "Key", "Value") VALUES ('web', 'corrections/t', '[]'), ('web', 'session', '1');
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_readers_were_told_stands_with_their_answers_after_an_update_of_sqlite()
    {
        await using var record = new SqliteRig();
        await using var context = new SqliteRecordContext(new DbContextOptionsBuilder<SqliteRecordContext>().UseSqlite($"Data Source={record.File};Pooling=False").Options);
        await AssertUpdatedAsync(context);
    }

    [Fact]
    public async Task What_readers_were_told_stands_with_their_answers_after_an_update_of_postgres()
    {
        await using var record = (PostgresRig)await postgres.RigAsync();
        await using var context = new PostgresRecordContext(new DbContextOptionsBuilder<PostgresRecordContext>().UseNpgsql(record.ConnectionString).Options);
        await AssertUpdatedAsync(context);
    }

    private static async Task AssertUpdatedAsync(RecordContext context)
    {
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("Initial", Token);
        await context.Database.ExecuteSqlRawAsync(Recorded, Token);
        await migrator.MigrateAsync(cancellationToken: Token);

        Assert.Equal(["seven, not five", null], await context.Corrections.OrderBy(row => row.ChangeHash).Select(row => row.Wording).ToListAsync(Token));
        Assert.Equal(["Corrected on 2026-11-22: seven, not five", null], await context.Tellings.OrderByDescending(row => row.State).Select(row => row.Words).ToListAsync(Token));
        Assert.Equal(["session"], await context.ChannelValues.Select(row => row.Key).ToListAsync(Token));
        Assert.Null((await context.Turns.SingleAsync(Token)).History);
        Assert.Null((await context.Turns.SingleAsync(Token)).Scope);
    }
}
