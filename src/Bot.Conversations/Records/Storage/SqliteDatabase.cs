using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bot.Conversations.Records.Storage;

/// <summary>The record in a SQLite file with a write-ahead log, for one process.</summary>
internal sealed class SqliteDatabase : RecordDatabase, IDisposable
{
    private const int UniqueViolated = 2067;

    private readonly GroupedWrites _writes;
    private readonly PooledDbContextFactory<SqliteRecordContext> _contexts;
    private readonly string _path;

    public SqliteDatabase(string path)
    {
        _path = Path.GetFullPath(path);
        var connection = new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = 1 };
        _contexts = new(new DbContextOptionsBuilder<SqliteRecordContext>()
            .UseSqlite(connection.ConnectionString)
            .AddInterceptors(new Pragmas())
            .Options);
        _writes = new(Open);
    }

    public override RecordContext Open() => _contexts.CreateDbContext();

    public override Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _writes.WriteAsync(work, cancellationToken);

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await using var context = Open();
        await using var alone = await FileLock.TakeAsync(_path + ".migrating", cancellationToken).ConfigureAwait(false);
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
        {
            return;
        }

        // A process that was killed while it migrated leaves a row that would stop all others for good; we are alone here.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken).ConfigureAwait(false);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    public override bool IsShared => false;

    // It writes one after the other.
    public override Task AloneAsync(RecordContext context, string name, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task TellOthersAsync(RecordContext context, Notice notice, CancellationToken cancellationToken) => Task.CompletedTask;

    public override void TellOthers(Notice notice)
    {
    }

    public override bool IsDuplicate(DbUpdateException error) => error.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolated };

    public void Dispose() => _writes.Dispose();

    private sealed class Pragmas : DbConnectionInterceptor
    {
        // FULL: what was acknowledged also survives a power cut. FAST: what is deleted is written over where that costs no write of its own.
        private const string Text = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = FAST";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
