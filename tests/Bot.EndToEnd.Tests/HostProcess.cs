using System.Diagnostics;
using System.Threading.Channels;

namespace Bot.EndToEnd.Tests;

/// <summary>The host as it is run: a process of its own, asked over HTTP, with a record of its own that outlives it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const string Addresses = "ASPNETCORE_URLS";

    private readonly ProcessStartInfo _start;
    private readonly string _folder;
    private Process _process;

    private HostProcess(ProcessStartInfo start, string folder, Process process, Uri address) => (_start, _folder, _process, Address) = (start, folder, process, address);

    public Uri Address { get; }

    public static Task<HostProcess> StartAsync(string repository, CancellationToken cancellationToken) => StartAsync(repository, new Dictionary<string, string>(), cancellationToken);

    /// <summary>Starts one with settings of its own, named as environment variables are.</summary>
    public static async Task<HostProcess> StartAsync(string repository, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bot-end-to-end-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll")])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            Environment =
            {
                [Addresses] = "http://127.0.0.1:0",
                ["Records__Path"] = Path.Combine(folder, "record.db"),
                ["Records__Within"] = "00:00:20",
                ["Knowledge__Path"] = Path.Combine(repository, "knowledge"),
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var (process, address) = await LaunchAsync(start, cancellationToken);
        return new(start, folder, process, address);
    }

    /// <summary>Ends it as a crash does: it is not told.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, at the same address and with the same record.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _start.Environment[Addresses] = Address.AbsoluteUri;
        (_process, _) = await LaunchAsync(_start, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<(Process Process, Uri Address)> LaunchAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var process = new Process { StartInfo = start };
        var lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, told) => _ = told.Data is { } line ? lines.Writer.TryWrite(line) : lines.Writer.TryComplete();
        process.Start();
        process.BeginOutputReadLine();
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException("The host ended before it listened: run it by hand to see why.");
    }
}
