using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests;

/// <summary>Lets an injected clock go on whenever there is nothing else to do, so that what waits an hour is done at once.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    // On a machine that is busy now, work may be between two queues for a moment.
    private const int Quiet = 300;

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

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();

        // Not by joining its thread: that may be what runs this.
        await _stopped.Task;
        _stop.Dispose();
    }

    private void Run()
    {
        for (var quiet = 0; !_stop.IsCancellationRequested; Thread.Yield())
        {
            quiet = _isBusy() || ThreadPool.PendingWorkItemCount > 0 ? 0 : quiet + 1;
            if (quiet == Quiet)
            {
                _time.Advance(_step);
                quiet = 0;
            }
        }

        _stopped.SetResult();
    }
}
