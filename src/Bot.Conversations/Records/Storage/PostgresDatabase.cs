using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bot.Conversations.Records.Storage;

/// <summary>The record in PostgreSQL, shared by any number of processes.</summary>
internal sealed class PostgresDatabase : RecordDatabase, IAsyncDisposable
{
    /// <summary>The name that processes listen to.</summary>
    public const string Listen = "bot_record";

    private const int AloneSpace = 0x426F74;
    private const int DefaultPool = 100;
    private const int OurPool = 40;
    private const int MostPrepared = 100;

    private readonly PooledDbContextFactory<PostgresRecordContext> _contexts;
    private readonly NpgsqlDataSource _records;
    private readonly NoticeSender _notices;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "Bot", Timeout = 5, CommandTimeout = 10, KeepAlive = 10 };
        settings.MaxPoolSize = settings.MaxPoolSize == DefaultPool ? OurPool : settings.MaxPoolSize;
        Source = NpgsqlDataSource.Create(settings);
        _notices = new(Source, Listen);

        // Reads and writes leave nothing behind on their connections, so these need not be washed after each use, and keep what they have prepared.
        _records = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { NoResetOnClose = true, MaxAutoPrepare = MostPrepared, AutoPrepareMinUsages = 2 });
        _contexts = new(new DbContextOptionsBuilder<PostgresRecordContext>().UseNpgsql(_records).Options);
    }

    /// <summary>Connections for locks and notices.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Tells this process's own notices from those of others.</summary>
    public string Me { get; } = Guid.NewGuid().ToString("N");

    public override RecordContext Open() => _contexts.CreateDbContext();

    public override async Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = _contexts.CreateDbContext();

        // Contexts are used again, also after a transaction that failed.
        context.Notices.Clear();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var result = await work(context, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        context.Notices.ForEach(TellOthers);
        return result;
    }

    public override async Task<T> WriteOneAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = _contexts.CreateDbContext();
        context.Notices.Clear();
        var result = await work(context, cancellationToken).ConfigureAwait(false);
        context.Notices.ForEach(TellOthers);
        return result;
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
        {
            return;
        }

        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            await creator.CreateAsync(cancellationToken).ConfigureAwait(false);
        }

        // EF Core locks its history table, which an empty database does not have yet. A dead process lets go of this lock as well.
        await using var alone = Open();
        await using var transaction = await alone.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await AloneAsync(alone, "migrations", cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    public override bool IsShared => true;

    // Two numbers: conversations are locked by one, and these are others.
    public override Task AloneAsync(RecordContext context, string name, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AloneSpace}, hashtext({name}))", cancellationToken);

    public override Task TellOthersAsync(RecordContext context, Notice notice, CancellationToken cancellationToken)
    {
        ((PostgresRecordContext)context).Notices.Add(notice);
        return Task.CompletedTask;
    }

    public override void TellOthers(Notice notice) => _notices.Tell($"{Me}|{notice.Kind}|{notice.Name}");

    public override bool IsDuplicate(DbUpdateException error) => error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public async ValueTask DisposeAsync()
    {
        await _notices.DisposeAsync().ConfigureAwait(false);
        await _records.DisposeAsync().ConfigureAwait(false);
        await Source.DisposeAsync().ConfigureAwait(false);
    }
}
