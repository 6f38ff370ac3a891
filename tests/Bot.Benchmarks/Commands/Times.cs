using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks.Commands;

/// <summary>How long something took, again and again.</summary>
internal sealed class Times
{
    private readonly List<double> _milliseconds = [];

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public async Task MeasureAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        Add(Stopwatch.GetElapsedTime(start));
    }

    public void Measure(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        Add(Stopwatch.GetElapsedTime(start));
    }

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    public static string Shown(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private double At(double share)
    {
        var ordered = _milliseconds.Order().ToArray();
        return ordered.Length == 0 ? double.NaN : ordered[(int)(share * (ordered.Length - 1))];
    }
}
