using Bot.Conversations.Asking;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>
/// Stops in order: while the server still listens, new questions are refused politely and those under way are waited for; what is not done by
/// then is told where its answer will be, and the next start finishes it.
/// </summary>
internal sealed class Drain(IOptions<TurnOptions> options, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;

    /// <summary>Whether no more questions are taken.</summary>
    public bool Draining { get; private set; }

    /// <summary>Fires when nobody is waited for any more.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Counts a question under way until it is disposed.</summary>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref _underWay);
        return new Leave(this);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (Draining)
        {
            return;
        }

        Draining = true;
        if (Interlocked.CompareExchange(ref _underWay, 0, 0) > 0)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_idle.Task, Task.Delay(options.Value.DrainFor, time, ended.Token));
            await ended.CancelAsync();
        }

        await _over.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _over.Dispose();

    private void Left()
    {
        if (Interlocked.Decrement(ref _underWay) == 0 && Draining)
        {
            _idle.TrySetResult();
        }
    }

    private sealed class Leave(Drain drain) : IDisposable
    {
        public void Dispose() => drain.Left();
    }
}
