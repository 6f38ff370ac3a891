namespace Bot.Discord.Rest;

/// <summary>
/// Counts what Discord counts against this machine's address: 10,000 refusals in 10 minutes, and it is shut out
/// (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans). Bot stops before.
/// </summary>
internal sealed class InvalidRequests(int most = InvalidRequests.Most)
{
    /// <summary>The most in <see cref="Window"/>; other programs may share the address.</summary>
    public const int Most = 8_000;

    /// <summary>How long each one counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _refusals = new();

    /// <summary>How long nothing may be sent; zero when there is room.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_refusals.TryPeek(out var oldest) && oldest + Window <= now)
            {
                _refusals.Dequeue();
            }

            return _refusals.Count < most ? TimeSpan.Zero : _refusals.Peek() + Window - now;
        }
    }

    /// <summary>Notes one.</summary>
    /// <returns>How many there are now.</returns>
    public int Add(DateTimeOffset now)
    {
        lock (_lock)
        {
            _refusals.Enqueue(now);
            return _refusals.Count;
        }
    }
}
