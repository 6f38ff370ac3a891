using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Bot.EndToEnd.Tests.Peers;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>Microsoft 365 Agents Playground as Teams, in front of a host, on a free port and without its telemetry.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;
    private readonly string _folder;

    private PlaygroundProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static async Task<PlaygroundProcess> StartAsync(string peer, Uri host, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("playground-").FullName;
        var process = new Process
        {
            StartInfo = new(Programs.Find("node")!,
            [
                Path.Combine(peer, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"),
                "-e", new Uri(host, "/api/messages").AbsoluteUri, "-c", "msteams", "-p", FreePort(), "--disable-telemetry",
            ])
            {
                // It writes its logs where it stands.
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none", ["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1" },
            },
        };
        var lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, told) => _ = told.Data is { } line ? lines.Writer.TryWrite(line) : lines.Writer.TryComplete();
        process.Start();
        process.BeginOutputReadLine();
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return new(process, folder, new Uri($"http://localhost:{line[Listening.Length..].Trim()}"));
            }
        }

        throw new InvalidOperationException("Agents Playground ended before it listened: run it by hand to see why.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // It takes a port by number only, and another one when this is taken meanwhile.
    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
