using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Host.Soak.Speed;

/// <summary>Where and when something was measured.</summary>
internal static class MachineLine
{
    public static string Told => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
}
