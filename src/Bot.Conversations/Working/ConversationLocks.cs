using Bot.Conversations.Records.Storage;

namespace Bot.Conversations.Working;

/// <summary>Lets one worker at a time work a conversation, among all processes that share the record.</summary>
internal interface IConversationLocks
{
    /// <summary>Takes a conversation; <see langword="null"/> when another process has it.</summary>
    Task<ConversationLock?> TryTakeAsync(string conversation, CancellationToken cancellationToken);
}

/// <summary>A conversation taken.</summary>
/// <param name="holder">Whose disposal gives it back.</param>
/// <param name="lost">Fires when it is lost: its holder stops at once.</param>
internal sealed class ConversationLock(IAsyncDisposable? holder, CancellationToken lost) : IAsyncDisposable
{
    public CancellationToken Lost => lost;

    public ValueTask DisposeAsync() => holder?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>SQLite: one process works all conversations; a second one stands by until the first is gone.</summary>
internal sealed class SoleProcessLocks(string path) : IConversationLocks, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private FileLock? _process;

    public Task<ConversationLock?> TryTakeAsync(string conversation, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _process ??= FileLock.TryTake(path);
            return Task.FromResult(_process is null ? null : new ConversationLock(null, CancellationToken.None));
        }
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
