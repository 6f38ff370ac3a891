using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Tests.Starting;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task Wrong_settings_of_all_sections_are_named_at_once_without_places_in_the_code()
    {
        var refused = await RefusedStart.WithAsync(
            ("Web:MaxBodyBytes", "5"), ("Turns:PerAsker", "abc"), ("Turns:DrainFor", "abc"), ("Records:Within", "99:00:00"), ("Answering:AnswerFrom", "7"), ("Records:Key", "short"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            ["Answering:AnswerFrom is '7'", "Records:Key must", "Records:Within is '99.00:00:00'", "Turns:DrainFor is 'abc'", "Turns:PerAsker is 'abc'", "Web:MaxBodyBytes is '5'"],
            refused.Complaints.Order(StringComparer.Ordinal).Select(complaint => string.Join(' ', complaint["Settings: ".Length..].Split(' ').Take(complaint.Contains("Key", StringComparison.Ordinal) ? 2 : 3)).TrimEnd(':')));
    }

    [Fact]
    public async Task Wrong_settings_of_telemetry_are_named_and_no_secret_is_shown()
    {
        var refused = await RefusedStart.WithAsync(
            ("Telemetry:Otlp", "https://user:s3cret@collector"),
            ("Telemetry:OtlpHeaders", "Authorization Bearer s3cret"),
            ("Telemetry:ExportEvery", "00:00:00"),
            ("Telemetry:TraceShare", "2"),
            ("Telemetry:Service", ""),
            ("Telemetry:PrometheusKey", "s3cret"),
            ("Telemetry:PreviousPrometheusKey", "s3cret"));

        Assert.All(
            ["Telemetry:Otlp is", "Telemetry:OtlpHeaders", "Telemetry:ExportEvery", "Telemetry:TraceShare", "Telemetry:Service", "Telemetry:PrometheusKey has 6 characters", "Telemetry:PreviousPrometheusKey"],
            named => Assert.Contains("Settings: " + named, refused.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_named_with_the_place_in_it()
    {
        var refused = await RefusedStart.InAsync(folder => File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{ \"Turns\": {"));

        Assert.Equal(2, refused.ExitCode);
        var complaint = Assert.Single(refused.Complaints);
        Assert.Contains("appsettings.json", complaint, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 0", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_cannot_be_kept_is_named()
    {
        var refused = await RefusedStart.InAsync(folder => File.WriteAllText(Path.Combine(folder, "file"), ""), ("Records:Path", "file/record.db"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'file/record.db.key' can be neither read nor made", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_none_is_named_and_not_shown()
    {
        var refused = await RefusedStart.InAsync(
            folder => File.WriteAllText(Path.Combine(folder, "own.db.key"), "s3cret!"), ("Records:Path", "own.db"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'own.db.key' is no key", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_the_records_is_named_in_one_sentence()
    {
        using var folder = HostFolder.New();
        await using (RunningHost.StartIn(folder))
        {
        }

        var refused = await RefusedStart.WithAsync(("Records:Path", folder.Record), ("Records:Key", Convert.ToBase64String(new byte[32])));

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("The record was last used with another key than Records:Key", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var refused = await RefusedStart.WithAsync(("ASPNETCORE_URLS", address));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{address}: address already in use: stop what listens there", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_named()
    {
        var refused = await RefusedStart.WithAsync(("ASPNETCORE_URLS", "nonsense"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'nonsense'", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }
}
