using System.Diagnostics;
using Bot.Fuzz.Mutating;

namespace Bot.Fuzz.Running;

/// <summary>Reads one input after the other, each made of an earlier one that gave something new, until the time is over.</summary>
/// <param name="target">What reads.</param>
/// <param name="seed">The same seed makes the same inputs.</param>
/// <param name="folder">Where findings are saved.</param>
internal sealed class FuzzRun(IFuzzTarget target, int seed, string folder)
{
    /// <summary>The largest input.</summary>
    public const int MostBytes = 100_000;

    private const int MostKept = 4_000;

    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(1);

    private readonly Findings _findings = new(folder, target);
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);
    private readonly List<byte[]> _kept = [];
    private long _began = long.MaxValue;
    private TimeSpan _longest;

    /// <summary>Runs it.</summary>
    /// <returns>How many faults were found.</returns>
    public async Task<int> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var left = Path.Combine(folder, target.Name + ".running");
        Directory.CreateDirectory(folder);
        if (BlackBox.Left(left) is { } input)
        {
            _findings.AddLeft(input);
        }

        using var box = new BlackBox(left);
        await using var watch = new Timer(_ => EndIfHanging(left), null, Hanging, TimeSpan.FromSeconds(5));
        var (started, read) = (Stopwatch.GetTimestamp(), 0L);
        foreach (var seeded in target.Seeds)
        {
            await ReadAsync(box, seeded, cancellationToken);
        }

        var mutator = new Mutator(new Random(seed), target.Words, index => _kept[index % _kept.Count]);
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            var made = target.Mutate(mutator.Any(_kept.Count), mutator);
            await ReadAsync(box, made.Length > MostBytes ? made[..MostBytes] : made, cancellationToken);
            read++;
        }

        Console.WriteLine(
            $"{target.Name}: seed {seed}, {Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes, {read} inputs, {_shapes.Count} new ways, the slowest {_longest.TotalMilliseconds:F0} ms of processor time, {_findings.Count} faults.");
        return _findings.Count;
    }

    private async Task ReadAsync(BlackBox box, byte[] input, CancellationToken cancellationToken)
    {
        box.Hold(input);
        Volatile.Write(ref _began, Environment.CpuUsage.TotalTime.Ticks);
        var outcome = await Outcome.OfAsync(target, input, cancellationToken);
        if (outcome.Fault is not null)
        {
            Volatile.Write(ref _began, long.MaxValue);
            await _findings.AddAsync(input, outcome, seed, cancellationToken);
            return;
        }

        _longest = outcome.Took > _longest ? outcome.Took : _longest;
        if (_shapes.Add(outcome.Shape))
        {
            Keep(input);
        }
    }

    private void Keep(byte[] input)
    {
        if (_kept.Count < MostKept)
        {
            _kept.Add(input);
        }
        else
        {
            // The newest are the farthest from what was tried; where they go is chance, but the same for the same seed.
            _kept[(int)(_shapes.Count * 7919L % MostKept)] = input;
        }
    }

    private void EndIfHanging(string left)
    {
        if (Environment.CpuUsage.TotalTime.Ticks - Volatile.Read(ref _began) is var ticks and > 0 && TimeSpan.FromTicks(ticks) > Hanging)
        {
            Console.WriteLine($"{target.Name}: an input takes more than {Hanging.TotalSeconds} s; it is in {left}, and the next run saves it.");
            Environment.Exit(3);
        }
    }
}
