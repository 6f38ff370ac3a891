using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Bot.Host.Watching;

/// <summary>Which measurements leave: all of ours, and of the frameworks' those on a list, each with labels of which there are few.</summary>
internal static class ToldOfMetrics
{
    private const int MostSeries = 500;

    private static readonly Dictionary<string, string[]> OfFrameworks = new(StringComparer.Ordinal)
    {
        ["http.server.request.duration"] = ["http.request.method", "http.response.status_code", "http.route", "error.type"],
        ["http.server.active_requests"] = ["http.request.method"],
        ["http.client.request.duration"] = ["http.request.method", "http.response.status_code", "server.address", "error.type"],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.gc.last_collection.heap.size"] = ["gc.heap.generation"],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        ["dotnet.exceptions"] = ["error.type"],
    };

    /// <summary>The meters that are listened to.</summary>
    public static readonly string[] Meters = ["Bot.*", "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime"];

    public static MetricStreamConfiguration? Of(Instrument instrument) =>
        instrument.Meter.Name.StartsWith("Bot.", StringComparison.Ordinal) ? new() { CardinalityLimit = MostSeries }
        : OfFrameworks.TryGetValue(instrument.Name, out var labels) ? new() { TagKeys = labels, CardinalityLimit = MostSeries }
        : MetricStreamConfiguration.Drop;
}
