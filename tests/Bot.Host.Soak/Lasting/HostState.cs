using System.Diagnostics;
using System.Globalization;

namespace Bot.Host.Soak.Lasting;

/// <summary>What a host holds.</summary>
/// <param name="Minute">When, in minutes since the load began.</param>
/// <param name="WorkingSet">Resident memory, in MB.</param>
/// <param name="Heap">What its last collection left on the managed heap, in MB.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Threads">Threads of the operating system.</param>
/// <param name="Collections">Collections of the three generations.</param>
internal sealed record HostState(double Minute, double WorkingSet, double Heap, int Handles, int Threads, string Collections)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Looks at a process that writes its own part into a file.</summary>
    public static HostState Of(Process process, string file, double minute)
    {
        var status = File.ReadAllLines($"/proc/{process.Id}/status");
        double[] own = File.Exists(file) ? [.. File.ReadAllText(file).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))] : [0, 0, 0, 0];
        return new(
            minute,
            Number("VmRSS:") / 1024,
            own[0] / Megabyte,
            Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length,
            (int)Number("Threads:"),
            $"{own[1]:0}/{own[2]:0}/{own[3]:0}");

        double Number(string name) =>
            double.Parse(status.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
