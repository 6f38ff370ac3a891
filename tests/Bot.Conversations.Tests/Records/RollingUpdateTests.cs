using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Bot.Conversations.Tests.Records;

/// <summary>While machines are updated one after the other, and after a rollback, an older build works with a newer record.</summary>
public sealed class RollingUpdateTests
{
    [Fact]
    public void No_update_of_sqlite_takes_away_what_an_older_build_uses()
    {
        using var context = new SqliteRecordContext(new DbContextOptionsBuilder<SqliteRecordContext>().UseSqlite("Data Source=:memory:").Options);
        Assert.Empty(TakenAway(context));
    }

    [Fact]
    public void No_update_of_postgres_takes_away_what_an_older_build_uses()
    {
        using var context = new PostgresRecordContext(new DbContextOptionsBuilder<PostgresRecordContext>().UseNpgsql("Host=localhost").Options);
        Assert.Empty(TakenAway(context));
    }

    private static IEnumerable<string> TakenAway(RecordContext context)
    {
        var updates = context.GetService<IMigrationsAssembly>();
        Assert.NotEmpty(updates.Migrations);
        return from update in updates.Migrations
               from operation in updates.CreateMigration(update.Value, context.Database.ProviderName!).UpOperations
               where operation.IsDestructiveChange || operation is AlterColumnOperation or RenameColumnOperation or RenameTableOperation || IsDemanded(operation)
               select $"{update.Key}: {operation.GetType().Name}";
    }

    // An older build writes no value into it.
    private static bool IsDemanded(MigrationOperation operation) => operation is AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null };
}
