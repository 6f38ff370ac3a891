using System.Diagnostics;

namespace Bot.Conversations.Watching;

/// <summary>
/// Which trace a question came by, so that its answering, which is another's work, is seen in the same one. Kept in this process alone, and only
/// until the question is worked.
/// </summary>
internal sealed class TurnOrigins
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ActivityContext> _contexts = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>A question is handed in.</summary>
    public void Remember(Guid turn)
    {
        if (Activity.Current is not { } current)
        {
            return;
        }

        lock (_lock)
        {
            // Without what a reader's own headers add to it.
            _contexts[turn] = new(current.TraceId, current.SpanId, current.ActivityTraceFlags);
            _order.Enqueue(turn);
            if (_order.Count > Most)
            {
                _contexts.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>A question is worked.</summary>
    public ActivityContext Take(Guid turn)
    {
        lock (_lock)
        {
            _contexts.Remove(turn, out var context);
            return context;
        }
    }
}
