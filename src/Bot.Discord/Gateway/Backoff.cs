namespace Bot.Discord.Gateway;

/// <summary>How long to wait after failures: twice as long after each, with jitter, so that many do not come back at once.</summary>
/// <param name="First">After the first.</param>
/// <param name="Most">After many.</param>
internal sealed record Backoff(TimeSpan First, TimeSpan Most)
{
    /// <summary>How long.</summary>
    /// <param name="failures">In a row, from 1.</param>
    /// <param name="random">For the jitter: a half of it at most.</param>
    public TimeSpan After(int failures, Random random)
    {
        var whole = First * Math.Pow(2, Math.Min(failures - 1, 20));
        return (whole < Most ? whole : Most) * (0.5 + (random.NextDouble() / 2));
    }
}
