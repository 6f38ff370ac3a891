using System.Collections.Concurrent;

namespace Bot.Discord.Gateway;

/// <summary>
/// The messages that were deleted last. Events are dealt with side by side, so that a message's deletion may be before its creation when both are
/// replayed at once.
/// </summary>
internal sealed class DeletedMessages
{
    /// <summary>More than come between a message and its deletion in one replay.</summary>
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Notes one; the oldest is forgotten where there are too many.</summary>
    public void Add(string id)
    {
        if (!_ids.TryAdd(id, true))
        {
            return;
        }

        _order.Enqueue(id);
        if (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _ids.TryRemove(oldest, out _);
        }
    }

    /// <summary>Whether it was deleted.</summary>
    public bool Has(string id) => _ids.ContainsKey(id);
}
