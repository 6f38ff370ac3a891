using System.Collections.Concurrent;

namespace Bot.Conversations.Working;

/// <summary>
/// The turns of which this process does not know yet whether they are in the record, or whether their readers were told so. None of them is worked:
/// a reader who is told to try again gets no answer to the first try.
/// </summary>
internal sealed class Doubts
{
    private readonly ConcurrentDictionary<Guid, bool> _turns = new();

    public void Begin(Guid turn) => _turns[turn] = true;

    public void End(Guid turn) => _turns.TryRemove(turn, out _);

    public bool Has(Guid turn) => _turns.ContainsKey(turn);
}
