using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests;

/// <summary>Lets an injected clock go on whenever there is nothing else to do, so that what waits an hour is done at once.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    // How often in a row there must be nothing to do: work may be between two queues for a moment.
    private const int Idle = 3;

    // While some of it runs still: it is left time, but what blocks for good, or belongs to another test, does not stop the clock.
    private const int Quiet = 30;

    private readonly FakeTimeProvider _time;
    private readonly TimeSpan _step;
    private readonly Func<bool> _isBusy;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RunningClock(FakeTimeProvider time, TimeSpan step, Func<bool> isBusy)
    {
        (_time, _step, _isBusy) = (time, step, isBusy);

        // On a thread of its own: it must see that no work is left for the pool's.
        new Thread(Run) { IsBackground = true }.Start();
    }

    private static bool IsAnyAtWork
    {
        get
        {
            ThreadPool.GetMaxThreads(out var all, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return free < all;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();

        // Not by joining its thread: that may be what runs this.
        await _stopped.Task;
        _stop.Dispose();
    }

    private void Run()
    {
        // It waits, and does not just yield: among busy processes each yield takes as long as they please, and hundreds of them make the clock stand.
        for (int quiet = 0, idle = 0; !_stop.Token.WaitHandle.WaitOne(millisecondsTimeout: 1);)
        {
            quiet = _isBusy() || ThreadPool.PendingWorkItemCount > 0 ? 0 : quiet + 1;
            idle = quiet == 0 || IsAnyAtWork ? 0 : idle + 1;
            if (idle == Idle || quiet == Quiet)
            {
                _time.Advance(_step);
                (quiet, idle) = (0, 0);
            }
        }

        _stopped.SetResult();
    }
}
