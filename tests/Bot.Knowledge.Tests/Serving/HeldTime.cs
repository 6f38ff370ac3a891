namespace Bot.Knowledge.Tests.Serving;

/// <summary>Time in which a short wait is over at once and a long one when the test says so.</summary>
internal sealed class HeldTime : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private event Action? LongWaitOver;

    public void EndLongWaits() => LongWaitOver?.Invoke();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= Short)
        {
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        LongWaitOver += () => callback(state);
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
