using System.Collections.Concurrent;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>A clock on which waits of chosen lengths are over at once; it keeps the length of every wait.</summary>
internal sealed class ImpatientTime(Func<TimeSpan, bool> isOverAtOnce) : TimeProvider
{
    private readonly ConcurrentQueue<Wait> _waits = [];

    /// <summary>Waits that are over at once when they begin anew, as after something came in time.</summary>
    public Func<TimeSpan, bool> IsOverWhenBegunAnew { get; init; } = _ => false;

    public IReadOnlyList<TimeSpan> Waits => [.. _waits.Select(wait => wait.Length)];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(dueTime, System.CreateTimer(callback, state, isOverAtOnce(dueTime) ? TimeSpan.Zero : dueTime, period), IsOverWhenBegunAnew);
        _waits.Enqueue(wait);
        return wait;
    }

    /// <summary>Ends the waits of one length that have begun.</summary>
    public void End(TimeSpan length)
    {
        foreach (var wait in _waits.Where(wait => wait.Due == length))
        {
            wait.End();
        }
    }

    private sealed class Wait(TimeSpan length, ITimer timer, Func<TimeSpan, bool> isOverWhenBegunAnew) : ITimer
    {
        public TimeSpan Length { get; } = length;

        /// <summary>As it last began: a pooled one begins without end.</summary>
        public TimeSpan Due { get; private set; } = length;

        public void End() => timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return timer.Change(isOverWhenBegunAnew(dueTime) ? TimeSpan.Zero : dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
