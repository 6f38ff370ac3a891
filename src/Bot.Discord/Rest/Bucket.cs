namespace Bot.Discord.Rest;

/// <summary>One count of Discord's: requests go one after the other, and only while it takes them.</summary>
internal sealed class Bucket
{
    // Clocks and networks are never quite even.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private int _limit = 1;
    private TimeSpan _length;
    private int _remaining = 1;
    private DateTimeOffset _reset;
    private DateTimeOffset _refusedUntil;

    /// <summary>Where requests wait for each other.</summary>
    public Turnstile Turnstile { get; } = new();

    /// <summary>How long a request has to wait; zero when it may go now, and then it is counted, should no word of it come back.</summary>
    public TimeSpan Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_refusedUntil > now)
            {
                return _refusedUntil - now;
            }

            if (_reset <= now)
            {
                // A new window begins with this request: like the last one, until a response says so.
                (_remaining, _reset) = (_limit, now + _length);
            }

            if (_remaining <= 0)
            {
                return _reset - now;
            }

            _remaining--;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Notes what a response said.</summary>
    public void Learn(RateLimit limit, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (limit.Refused is { } refused)
            {
                _refusedUntil = now + refused + Margin;
            }

            if (limit is { Remaining: { } remaining, ResetAfter: { } after })
            {
                (_remaining, _reset) = (remaining, now + after + Margin);
                _length = after > _length ? after + Margin : _length;
                _limit = limit.Limit ?? _limit;
            }
        }
    }

    /// <summary>Whether nobody waits and nothing is to be remembered.</summary>
    public bool IsForgettable(DateTimeOffset now)
    {
        lock (_lock)
        {
            return Turnstile.IsFree && _reset <= now && _refusedUntil <= now;
        }
    }
}
