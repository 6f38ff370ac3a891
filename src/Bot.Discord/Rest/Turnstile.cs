namespace Bot.Discord.Rest;

/// <summary>Lets one through after the other, in the order in which they came.</summary>
internal sealed class Turnstile
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Whether nobody is in it or waits.</summary>
    public bool IsFree
    {
        get
        {
            lock (_lock)
            {
                return !_taken;
            }
        }
    }

    /// <summary>Waits for its turn; disposing of the turn lets the next one through.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return new(this);
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using var stop = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), place.Value);
        await place.Value.Task.ConfigureAwait(false);
        return new(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                if (next.Value.TrySetResult())
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    /// <summary>Somebody's turn.</summary>
    internal sealed class Turn(Turnstile turnstile) : IDisposable
    {
        private Turnstile? _turnstile = turnstile;

        public void Dispose() => Interlocked.Exchange(ref _turnstile, null)?.Leave();
    }
}
