using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak.Speed;

/// <summary>Readers of whom each asks anew as soon as it is answered: the most that can be done in a second.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <returns>What was done in a second.</returns>
    public static async Task<double> RunAsync(int readers, TimeSpan lasts, Func<int, Task> ask)
    {
        var clock = Stopwatch.StartNew();
        var (number, done) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            while (clock.Elapsed < WarmUp + lasts)
            {
                await ask(Interlocked.Increment(ref number));
                if (clock.Elapsed is var now && now >= WarmUp && now < WarmUp + lasts)
                {
                    Interlocked.Increment(ref done);
                }
            }
        }));
        return done / lasts.TotalSeconds;
    }
}

/// <summary>Questions that come at a steady rate, whether or not answers keep up; each waits from the moment it was due.</summary>
internal static class SteadyLoad
{
    public static async Task<(double Median, double P99)> RunAsync(double rate, TimeSpan lasts, Func<int, Task> ask)
    {
        ConcurrentBag<double> waited = [];
        List<Task> asking = [];
        var clock = Stopwatch.StartNew();
        // One at least: a machine that is busy with other work may do nothing in a second.
        for (var at = 0; at < Math.Max(1, rate * lasts.TotalSeconds); at++)
        {
            var due = rate > 0 ? TimeSpan.FromSeconds(at / rate) : TimeSpan.Zero;
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : due - clock.Elapsed);
            }

            asking.Add(AskAsync(at, due));
        }

        await Task.WhenAll(asking);
        var ordered = waited.Order().ToArray();
        return (ordered[ordered.Length / 2], ordered[(int)(0.99 * (ordered.Length - 1))]);

        async Task AskAsync(int number, TimeSpan due)
        {
            await ask(number);
            waited.Add((clock.Elapsed - due).TotalMilliseconds);
        }
    }
}
