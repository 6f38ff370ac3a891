using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bot.Conversations.Records.Storage;

/// <summary>The record in a SQLite file.</summary>
internal sealed class SqliteRecordContext(DbContextOptions<SqliteRecordContext> options) : RecordContext(options);

/// <summary>The record in PostgreSQL.</summary>
internal sealed class PostgresRecordContext(DbContextOptions<PostgresRecordContext> options) : RecordContext(options)
{
    /// <summary>What other processes are told once the transaction is committed.</summary>
    public List<Notice> Notices { get; } = [];
}

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteRecordContext --output-dir Records/Storage/Migrations/Sqlite</c>.</summary>
internal sealed class SqliteAtDesignTime : IDesignTimeDbContextFactory<SqliteRecordContext>
{
    public SqliteRecordContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteRecordContext>().UseSqlite().Options);
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresRecordContext --output-dir Records/Storage/Migrations/Postgres</c>.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<PostgresRecordContext>
{
    public PostgresRecordContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresRecordContext>().UseNpgsql().Options);
}
