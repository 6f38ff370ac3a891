using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Watching;

/// <summary>Who is told how Bot does: the section <c>Telemetry</c>. Nobody is, unless it says so.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Where an OpenTelemetry collector takes traces, metrics and logs, such as <c>http://localhost:4318</c>; nowhere when it is empty.</summary>
    public string? Otlp { get; set; }

    /// <summary>How the collector is spoken to: <c>Http</c> (protobuf over HTTP, usually port 4318) or <c>Grpc</c> (usually 4317).</summary>
    [EnumDataType(typeof(OtlpWire))]
    public OtlpWire OtlpProtocol { get; set; } = OtlpWire.Http;

    /// <summary>Headers for the collector, <c>name=value</c> with commas between; a secret.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>How often the collector gets metrics.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ExportEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The share of questions and requests that are traced, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;

    /// <summary>Whether <c>/metrics</c> is served, for Prometheus.</summary>
    public bool Prometheus { get; set; }

    /// <summary>What Prometheus sends as its bearer token. Without one, only this machine itself is served.</summary>
    public string? PrometheusKey { get; set; }

    /// <summary>The key before <see cref="PrometheusKey"/>: it is taken too while the two change places, and is left out after that.</summary>
    public string? PreviousPrometheusKey { get; set; }

    /// <summary>What Bot is called there.</summary>
    [Required, StringLength(100)]
    public string Service { get; set; } = "bot";

    /// <summary>The environment it runs in, such as <c>production</c>.</summary>
    [StringLength(100)]
    public string? Environment { get; set; }
}

/// <summary>The ways to speak to a collector.</summary>
internal enum OtlpWire
{
    /// <summary>Protobuf over HTTP.</summary>
    Http,

    /// <summary>gRPC.</summary>
    Grpc,
}
