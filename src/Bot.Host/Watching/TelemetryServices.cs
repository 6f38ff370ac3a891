using System.Reflection;
using Bot.Host.Health;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Host.Watching;

/// <summary>Registers who is told how Bot does. Where nobody is, nothing of it is made or loaded.</summary>
internal static class TelemetryServices
{
    private const string Traces = "traces";
    private const string Metrics = "metrics";
    private const string Logs = "logs";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfigurationManager settings)
    {
        services.AddSettings<TelemetryOptions, TelemetryOptionsValidator>(TelemetryOptions.Section);
        if (IsExported(settings) || IsScraped(settings))
        {
            services.AddParts(settings);
        }

        return services;
    }

    /// <summary>Serves <c>/metrics</c> to those who may read it.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        if (IsScraped(app.Configuration))
        {
            app.MapMetrics();
        }
    }

    private static void MapMetrics(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<MetricsGate>();
        app.MapPrometheusScrapingEndpoint(MetricsGate.Path, null, branch => branch.Use(next => context => gate.PassAsync(context, next)), optionsName: null);
    }

    private static void AddParts(this IServiceCollection services, IConfigurationManager settings)
    {
        services.AddSingleton<MetricsGate>();
        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ToldOfMetrics.Meters).AddView(ToldOfMetrics.Of));
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) => metrics.ConfigureResource(resource => Describe(resource, Of(provider))));
        if (IsScraped(settings))
        {
            telemetry.WithMetrics(metrics => metrics.AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0));
        }

        if (IsExported(settings))
        {
            // Events of spans are messages of errors.
            settings["OTEL_SPAN_EVENT_COUNT_LIMIT"] = "0";
            services.AddCollector();
            telemetry
                .WithMetrics(metrics => metrics.AddOtlpExporter(Metrics, null as Action<OtlpExporterOptions>))
                .WithTracing(Trace)
                .WithLogging(logs => logs.AddProcessor<ToldOfLogs>().AddOtlpExporter(Logs, null as Action<OtlpExporterOptions>), logs => logs.IncludeFormattedMessage = true);
        }
    }

    private static void AddCollector(this IServiceCollection services)
    {
        foreach (var signal in new[] { Traces, Metrics, Logs })
        {
            services.AddOptions<OtlpExporterOptions>(signal).Configure<IOptions<TelemetryOptions>>((exporter, telemetry) => Address(exporter, telemetry.Value, signal));
        }

        services.AddOptions<MetricReaderOptions>(Metrics).Configure<IOptions<TelemetryOptions>>((reader, telemetry) =>
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)telemetry.Value.ExportEvery.TotalMilliseconds);
        services.ConfigureOpenTelemetryTracerProvider((provider, tracing) =>
            tracing.SetSampler(SamplerOf(Of(provider).TraceShare)).ConfigureResource(resource => Describe(resource, Of(provider))));
        services.ConfigureOpenTelemetryLoggerProvider((provider, logs) => logs.ConfigureResource(resource => Describe(resource, Of(provider))));
    }

    private static void Trace(TracerProviderBuilder tracing) => tracing
        .AddSource("Bot.*")
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !HealthEndpoints.Are(context.Request.Path) && !context.Request.Path.StartsWithSegments(MetricsGate.Path))
        .AddHttpClientInstrumentation()
        .AddProcessor<ToldOfSpans>()
        .AddOtlpExporter(Traces, null as Action<OtlpExporterOptions>);

    private static void Address(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        var isHttp = options.OtlpProtocol == OtlpWire.Http;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new(isHttp ? $"{options.Otlp!.TrimEnd('/')}/v1/{signal}" : options.Otlp!);
        exporter.Headers = options.OtlpHeaders;
    }

    private static TelemetryOptions Of(IServiceProvider provider) => provider.GetRequiredService<IOptions<TelemetryOptions>>().Value;

    // Who asks does not decide what is traced.
    private static ParentBasedSampler SamplerOf(double share)
    {
        var sampler = new TraceIdRatioBasedSampler(share);
        return new(sampler, remoteParentSampled: sampler, remoteParentNotSampled: sampler);
    }

    private static void Describe(ResourceBuilder resource, TelemetryOptions options)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString();
        resource.AddService(options.Service, serviceVersion: version).AddAttributes([new("host.name", Environment.MachineName)]);
        if (options.Environment is { Length: > 0 } environment)
        {
            resource.AddAttributes([new("deployment.environment.name", environment)]);
        }
    }

    // Read before anything is put together; what cannot be read is complained of with all other settings.
    private static bool IsExported(IConfiguration settings) => settings[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Otlp)}"] is { Length: > 0 };

    private static bool IsScraped(IConfiguration settings) =>
        bool.TryParse(settings[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Prometheus)}"], out var on) && on;
}
