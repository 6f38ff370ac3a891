using Bot.Conversations.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Records.Storage;

/// <summary>Reads and writes the record, each write in one transaction.</summary>
internal sealed partial class RecordStore(RecordDatabase database, TimeProvider time, ILogger<RecordStore> logger) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _preparing = new(1, 1);
    private volatile bool _ready;

    /// <summary>Reads.</summary>
    public Task<T> ReadAsync<T>(Func<RecordContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        TurnMetrics.TimeAsync("read", OffAsync(
            async () =>
            {
                await PrepareAsync(cancellationToken).ConfigureAwait(false);
                await using var context = database.Open();
                context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                return await read(context, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken));

    /// <summary>Writes once, in one transaction.</summary>
    public Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        TurnMetrics.TimeAsync("write", ReadyAsync(() => database.WriteAsync(write, cancellationToken), cancellationToken));

    /// <summary>Writes once, by one statement.</summary>
    public Task<T> WriteOneAsync<T>(Func<RecordContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        TurnMetrics.TimeAsync("write", ReadyAsync(() => database.WriteOneAsync(write, cancellationToken), cancellationToken));

    /// <summary>Writes, again and again while the database is gone; <paramref name="write"/> must bear being repeated.</summary>
    public Task<T> InsistAsync<T>(Func<RecordContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        InsistAsync(() => WriteAsync(write, cancellationToken), cancellationToken);

    /// <summary>The same by one statement.</summary>
    public Task<T> InsistOneAsync<T>(Func<RecordContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        InsistAsync(() => WriteOneAsync(write, cancellationToken), cancellationToken);

    /// <summary>Does something, again and again while the database is gone.</summary>
    public async Task<T> InsistAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                LogGone(wait, error);
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Brings the tables up to date, once.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_ready)
        {
            return;
        }

        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_ready)
            {
                await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
                _ready = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _preparing.Dispose();

    private Task<T> ReadyAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) =>
        _ready ? write() : OffAsync(
            async () =>
            {
                await PrepareAsync(cancellationToken).ConfigureAwait(false);
                return await write().ConfigureAwait(false);
            },
            cancellationToken);

    // SQLite's calls block: whoever asks must still be able to give up.
    private static Task<T> OffAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => Task.Run(work, cancellationToken);

    [LoggerMessage(LogLevel.Warning, "The record cannot be written; again in {Wait}.")]
    private partial void LogGone(TimeSpan wait, Exception error);
}
