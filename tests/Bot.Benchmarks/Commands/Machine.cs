using System.Globalization;

namespace Bot.Benchmarks.Commands;

/// <summary>Where and when something was measured.</summary>
internal static class Machine
{
    public static string Told => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Processor()}, {Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, load {Load()}");

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
