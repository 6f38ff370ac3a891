using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Watching;

public sealed class TelemetryOptionsTests
{
    [Fact]
    public void Wrong_settings_are_all_named_at_start_and_no_secret_is_shown()
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => RunningHost.Start(
            ("Telemetry:Otlp", "https://user:s3cret@collector"),
            ("Telemetry:OtlpHeaders", "Authorization Bearer s3cret"),
            ("Telemetry:ExportEvery", "00:00:00"),
            ("Telemetry:TraceShare", "2"),
            ("Telemetry:Service", ""),
            ("Telemetry:PrometheusKey", "s3cret"),
            ("Telemetry:PreviousPrometheusKey", "s3cret")));

        Assert.All(
            ["Telemetry:Otlp is", "Telemetry:OtlpHeaders", "ExportEvery", "TraceShare", "Service", "Telemetry:PrometheusKey has 6 characters", "Telemetry:PreviousPrometheusKey"],
            named => Assert.Contains(named, wrong.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", wrong.Message, StringComparison.Ordinal);
    }
}
