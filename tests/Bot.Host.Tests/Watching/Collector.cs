using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Watching;

/// <summary>A span as a collector gets it.</summary>
internal sealed record CollectedSpan(string Scope, string Trace, string Id, string Parent, string Name, ulong Kind, IReadOnlyDictionary<string, string> Attributes, int Events, string StatusMessage);

/// <summary>A line of the log as a collector gets it.</summary>
internal sealed record CollectedLine(string Category, string Body, string Trace, IReadOnlyDictionary<string, string> Attributes);

/// <summary>An OpenTelemetry collector on loopback (https://opentelemetry.io/docs/specs/otlp/#otlphttp) that keeps what it gets, byte by byte.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body, string Headers)> _all = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public IReadOnlyList<string> Paths => [.. _all.Select(got => got.Path).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Headers => [.. _all.Select(got => got.Headers)];

    /// <summary>All bodies, as text.</summary>
    public string Everything => string.Join('\n', _all.Select(got => Encoding.Latin1.GetString(got.Body)));

    public IReadOnlyList<CollectedSpan> Spans =>
        [.. from scope in Scopes("/v1/traces")
            from span in scope.Messages(2).Select(span => Wire.Fields(span))
            select new CollectedSpan(
                NameOf(scope), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Number(6), span.Attributes(9), span.Messages(11).Count(), span.Messages(15).Select(status => Wire.Fields(status).Text(2)).SingleOrDefault() ?? "")];

    public IReadOnlyList<CollectedLine> Lines =>
        [.. from scope in Scopes("/v1/logs")
            from line in scope.Messages(2).Select(line => Wire.Fields(line))
            select new CollectedLine(NameOf(scope), line.Messages(5).Select(Wire.Any).SingleOrDefault() ?? "", line.Hex(9), line.Attributes(6))];

    /// <summary>What each request says of who sends it.</summary>
    public IReadOnlyList<Dictionary<string, string>> Resources =>
        [.. _all.SelectMany(got => Wire.Fields(got.Body).Messages(1)).Select(resource => Wire.Fields(Wire.Fields(resource).Messages(1).Single()).Attributes(1))];

    /// <summary>The names of the metrics.</summary>
    public IReadOnlySet<string> Metrics => Scopes("/v1/metrics").SelectMany(scope => scope.Messages(2)).Select(metric => Wire.Fields(metric).Text(1)).ToHashSet(StringComparer.Ordinal);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IEnumerable<List<(int Number, object Value)>> Scopes(string path) =>
        _all.Where(got => got.Path == path).SelectMany(got => Wire.Fields(got.Body).Messages(1)).SelectMany(resource => Wire.Fields(resource).Messages(2)).Select(scope => Wire.Fields(scope));

    private static string NameOf(List<(int Number, object Value)> scope) => scope.Messages(1).Select(described => Wire.Fields(described).Text(1)).SingleOrDefault() ?? "";

    private async Task TakeAsync(HttpContext context)
    {
        Assert.Empty(context.Request.Headers.ContentEncoding.ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _all.Enqueue((context.Request.Path, body.ToArray(), string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))));
        context.Response.ContentType = "application/x-protobuf";
    }
}
