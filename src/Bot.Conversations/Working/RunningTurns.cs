using System.Collections.Concurrent;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Working;

/// <summary>The turns being answered in this process, so that they can be stopped at once.</summary>
internal sealed class RunningTurns
{
    private readonly ConcurrentDictionary<(string Channel, string EventId), Running> _running = new();

    /// <summary>How many there are.</summary>
    public int Count => _running.Count;

    public Running Begin(TurnRow turn)
    {
        var running = new Running(this, (turn.Channel, turn.EventId));
        _running[(turn.Channel, turn.EventId)] = running;
        return running;
    }

    public void Withdraw(string channel, string eventId)
    {
        if (_running.TryGetValue((channel, eventId), out var running))
        {
            running.Withdraw();
        }
    }

    /// <summary>A turn being answered.</summary>
    internal sealed class Running(RunningTurns all, (string Channel, string EventId) key) : IDisposable
    {
        private readonly CancellationTokenSource _withdrawn = new();

        /// <summary>The reader took the question back.</summary>
        public CancellationToken Withdrawn => _withdrawn.Token;

        // Disposing the source here would race with a reader who withdraws just now; it holds no timer.
        public void Dispose() => all._running.TryRemove(new(key, this));

        // What is stopped goes on by itself, not within the reader's call.
        public void Withdraw() => _ = _withdrawn.CancelAsync();
    }
}
