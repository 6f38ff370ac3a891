using System.Collections.Concurrent;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>A clock on which waits of chosen lengths are over at once; it keeps the length of every wait.</summary>
internal sealed class ImpatientTime(Func<TimeSpan, bool> isOverAtOnce) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, isOverAtOnce(dueTime) ? TimeSpan.Zero : dueTime, period);
    }
}
