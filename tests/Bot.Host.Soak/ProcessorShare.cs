using System.Diagnostics;
using System.Globalization;

namespace Bot.Host.Soak;

/// <summary>Who used the machine's processors: other work beside a measurement spoils it.</summary>
internal sealed class ProcessorShare
{
    private const double TicksPerSecond = 100;
    private const int Idle = 3;
    private const int Waiting = 4;

    private readonly SoakHost _host;
    private readonly (double Busy, TimeSpan Host, TimeSpan Own) _before;
    private readonly long _start = Stopwatch.GetTimestamp();

    private ProcessorShare(SoakHost host) => (_host, _before) = (host, Now(host));

    public static ProcessorShare Start(SoakHost host) => new(host);

    public string Told()
    {
        var ((busy, host, own), seconds) = (Now(_host), Stopwatch.GetElapsedTime(_start).TotalSeconds * Environment.ProcessorCount);
        var (hosts, owns) = ((host - _before.Host).TotalSeconds, (own - _before.Own).TotalSeconds);
        return $"of {Environment.ProcessorCount} processors the host used {hosts / seconds:P0}, the load itself {owns / seconds:P0}, all others {(busy - _before.Busy - hosts - owns) / seconds:P0}";
    }

    private static (double Busy, TimeSpan Host, TimeSpan Own) Now(SoakHost host)
    {
        double[] ticks = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        return ((ticks.Sum() - ticks[Idle] - ticks[Waiting]) / TicksPerSecond, host.Processor, Environment.CpuUsage.TotalTime);
    }
}
