using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Conversations.Records.Storage;

/// <summary>
/// SQLite lets one write at a time and syncs the disk for each commit: writes that wait while one is committed share the next commit. Each is
/// done or undone by itself, and done only once the commit is.
/// </summary>
internal sealed class GroupedWrites(Func<RecordContext> open) : IDisposable
{
    private const int MostTogether = 64;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly BlockingCollection<Write> _waiting = [];
    private Thread? _committing;

    public Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        Start();
        _waiting.Add(write, CancellationToken.None);
        return write.Done;
    }

    /// <summary>Lets no more writes begin, and waits for the last to end, ten seconds at most: the file is nobody's afterwards.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        lock (_lock)
        {
            _committing?.Join(LongestEnd);
        }
    }

    // A thread of its own: SQLite blocks its caller while the disk syncs, and the pool has few threads to lose.
    private void Start()
    {
        lock (_lock)
        {
            if (_committing is null)
            {
                _committing = new(CommitAll) { IsBackground = true, Name = "Record writes" };
                _committing.Start();
            }
        }
    }

    private void CommitAll()
    {
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            var together = new List<Write> { first };
            while (together.Count < MostTogether && _waiting.TryTake(out var next))
            {
                together.Add(next);
            }

            try
            {
                CommitAsync(together).GetAwaiter().GetResult();
            }
            catch (Exception error) when (together.TrueForAll(write => write.Fail(error)))
            {
                // Said to each of them.
            }
        }
    }

    private async Task CommitAsync(List<Write> together)
    {
        await using var context = open();
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync().ConfigureAwait(false);
        foreach (var write in together)
        {
            await write.RunAsync(context, transaction).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        together.ForEach(write => write.Succeed());
    }

    private abstract class Write
    {
        public abstract Task RunAsync(RecordContext context, IDbContextTransaction transaction);

        public abstract void Succeed();

        public abstract bool Fail(Exception error);
    }

    private sealed class Write<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : Write
    {
        private const string Savepoint = "one";

        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        public override async Task RunAsync(RecordContext context, IDbContextTransaction transaction)
        {
            await transaction.CreateSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _result = await work(context, cancellationToken).ConfigureAwait(false);
                await transaction.ReleaseSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception error) when (Fail(error))
            {
                await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            }
        }

        public override void Succeed() => _done.TrySetResult(_result!);

        public override bool Fail(Exception error)
        {
            _ = error is OperationCanceledException canceled ? _done.TrySetCanceled(canceled.CancellationToken) : _done.TrySetException(error);
            return true;
        }
    }
}
