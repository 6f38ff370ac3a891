using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Conversations.Records.Storage;

/// <summary>
/// SQLite lets one write at a time and syncs the disk for each commit: writes that wait while one is committed share the next commit. Each is
/// done or undone by itself, and done only once the commit is.
/// </summary>
internal sealed class GroupedWrites(Func<RecordContext> open)
{
    private const int MostTogether = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Write> _waiting = [];
    private bool _committing;

    public async Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        lock (_lock)
        {
            _waiting.Enqueue(write);
            if (!_committing)
            {
                _committing = true;
                _ = Task.Run(CommitAllAsync, CancellationToken.None);
            }
        }

        return await write.Done.ConfigureAwait(false);
    }

    private async Task CommitAllAsync()
    {
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                await CommitAsync(together).ConfigureAwait(false);
            }
            catch (Exception error) when (together.TrueForAll(write => write.Fail(error)))
            {
                // Said to each of them.
            }
        }
    }

    private List<Write> Next()
    {
        var together = new List<Write>();
        lock (_lock)
        {
            while (together.Count < MostTogether && _waiting.TryDequeue(out var write))
            {
                together.Add(write);
            }

            _committing = together.Count > 0;
        }

        return together;
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
