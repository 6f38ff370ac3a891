using Bot.Conversations.Working;

namespace Bot.Conversations.Channels;

/// <summary>
/// Lets one process at a time do something for a channel, among all that share the record. When its holder dies another one may take it: with SQLite
/// the process that works the record has all, with PostgreSQL each is held alone.
/// </summary>
public sealed class ChannelLocks
{
    private readonly IConversationLocks _locks;

    internal ChannelLocks(IConversationLocks locks) => _locks = locks;

    /// <summary>Takes a lock, until it is disposed of or lost.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="name">The lock's own, among those of the channel. A process that has it already may take it again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lock; <see langword="null"/> when another process has it.</returns>
    public async Task<ChannelLock?> TryTakeAsync(string channel, string name, CancellationToken cancellationToken) =>
        await _locks.TryTakeAsync($"channel/{channel}/{name}", cancellationToken).ConfigureAwait(false) is { } taken ? new ChannelLock(taken) : null;
}

/// <summary>A lock that this process holds.</summary>
public sealed class ChannelLock : IAsyncDisposable
{
    private readonly ConversationLock _taken;

    internal ChannelLock(ConversationLock taken) => _taken = taken;

    /// <summary>Fires when it is lost, since the record is gone: another process may have it now, and its holder stops at once.</summary>
    public CancellationToken Lost => _taken.Lost;

    /// <summary>Gives it back.</summary>
    public ValueTask DisposeAsync() => _taken.DisposeAsync();
}
