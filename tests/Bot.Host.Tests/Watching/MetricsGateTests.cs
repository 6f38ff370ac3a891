using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Host.Tests.Watching;

[Collection(nameof(WatchedAlone))]
public sealed class MetricsGateTests
{
    private const string Key = "0123456789abcdefghijklmnopqrstuv";

    [Fact]
    public async Task Nobody_is_told_anything_by_default()
    {
        await using var host = RunningHost.Start();
        using var page = await host.Client.GetAsync("/metrics", host.Stop);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<LoggerProvider>());
    }

    [Fact]
    public async Task This_machine_reads_the_measurements_and_may_keep_none()
    {
        await using var host = RunningHost.Start(("Telemetry:Prometheus", "true"));
        using var page = await host.Client.GetAsync("/metrics", host.Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Contains("bot_articles{", await page.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_by_a_proxy_finds_nothing()
    {
        await using var host = RunningHost.Start(("Telemetry:Prometheus", "true"));
        foreach (var (header, value) in new[] { ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1"), ("Host", "bot.example.org") })
        {
            foreach (var path in new[] { "/metrics", "/metrics/", "/Metrics" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation(header, value);
                using var page = await host.Client.SendAsync(request, host.Stop);
                Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            }
        }
    }

    [Fact]
    public async Task With_a_key_whoever_sends_it_reads_them_from_anywhere_and_nobody_else_does()
    {
        await using var host = RunningHost.Start(("Telemetry:Prometheus", "true"), ("Telemetry:PrometheusKey", Key));
        foreach (var (sent, status) in new[]
        {
            (null, HttpStatusCode.Unauthorized),
            ("Bearer", HttpStatusCode.Unauthorized),
            ($"Bearer {Key}x", HttpStatusCode.Unauthorized),
            ($"Basic {Key}", HttpStatusCode.Unauthorized),
            ($"Bearer {Key}", HttpStatusCode.OK),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Authorization = sent is null ? null : AuthenticationHeaderValue.Parse(sent);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            using var page = await host.Client.SendAsync(request, host.Stop);
            Assert.Equal(status, page.StatusCode);
        }
    }

    [Fact]
    public async Task While_two_keys_change_places_both_are_taken()
    {
        const string Next = "vutsrqponmlkjihgfedcba9876543210";
        await using var host = RunningHost.Start(("Telemetry:Prometheus", "true"), ("Telemetry:PrometheusKey", Next), ("Telemetry:PreviousPrometheusKey", Key));
        foreach (var (sent, status) in new[] { (Key, HttpStatusCode.OK), (Next, HttpStatusCode.OK), (Key + Next, HttpStatusCode.Unauthorized) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new("Bearer", sent) } };
            using var page = await host.Client.SendAsync(request, host.Stop);
            Assert.Equal(status, page.StatusCode);
        }
    }

    [Fact]
    public async Task A_host_whose_collector_is_gone_answers_as_ever()
    {
        await using var host = RunningHost.Start(("Telemetry:Otlp", "http://127.0.0.1:9"));
        var answer = await host.AnswerAsync("What will the repairs cost?");

        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
    }
}
