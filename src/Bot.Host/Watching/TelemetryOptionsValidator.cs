using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Watching;

/// <summary>Names what is wrong with the settings beyond their ranges, without showing secrets.</summary>
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private const int Shortest = 24;

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        string[] failures =
        [
            .. options.Otlp is not { Length: > 0 } address || IsCollector(address)
                ? (string[])[]
                : ["Telemetry:Otlp is no address of a collector: write an absolute http(s) address without user, query or fragment, such as http://localhost:4318."],
            .. options.OtlpHeaders is not { Length: > 0 } headers || Headers().IsMatch(headers)
                ? (string[])[]
                : ["Telemetry:OtlpHeaders cannot be read: write name=value with commas between, such as Authorization=Basic%20…, and %20 for a space."],
            .. options.PrometheusKey is not { } key || key.Trim().Length >= Shortest
                ? (string[])[]
                : [$"Telemetry:PrometheusKey has {key.Trim().Length} characters: write at least {Shortest} (openssl rand -base64 32), or leave it out to serve this machine only."],
            .. options.PreviousPrometheusKey is not { } previous || (options.PrometheusKey is not null && previous.Trim().Length >= Shortest)
                ? (string[])[]
                : [$"Telemetry:PreviousPrometheusKey is there without a Telemetry:PrometheusKey, or has fewer than {Shortest} characters: write the key that was there before, or leave it out."],
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsCollector(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var collector)
        && collector.Scheme is "https" or "http"
        && collector.Query.Length == 0 && collector.Fragment.Length == 0 && collector.UserInfo.Length == 0;

    [GeneratedRegex(@"^\s*[A-Za-z0-9-]+=[^,\s]+(?:\s*,\s*[A-Za-z0-9-]+=[^,\s]+)*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Headers();
}
