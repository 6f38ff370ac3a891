namespace Bot.Discord.Rest;

/// <summary>
/// The limit over all requests that carry the bot's token. A request counts until a second after its response: it arrived at some moment between,
/// so that however long each was on its way, no second at Discord sees more than the limit.
/// </summary>
internal sealed class GlobalLimit(int perSecond)
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1_010);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _done = new();
    private int _underWay;
    private DateTimeOffset _paused;

    /// <summary>How long a request has to wait; zero when it may go now, and then it is counted until <see cref="Done"/>.</summary>
    public TimeSpan Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_paused > now)
            {
                return _paused - now;
            }

            while (_done.TryPeek(out var oldest) && oldest + Window <= now)
            {
                _done.Dequeue();
            }

            if (_underWay + _done.Count >= perSecond)
            {
                return _done.TryPeek(out var next) ? next + Window - now : LookAgain;
            }

            _underWay++;
            return TimeSpan.Zero;
        }
    }

    /// <summary>The response is there, or none will come.</summary>
    public void Done(DateTimeOffset now)
    {
        lock (_lock)
        {
            _underWay--;
            _done.Enqueue(now);
        }
    }

    /// <summary>Discord takes nothing until then.</summary>
    public void Pause(DateTimeOffset until)
    {
        lock (_lock)
        {
            _paused = until > _paused ? until : _paused;
        }
    }
}
