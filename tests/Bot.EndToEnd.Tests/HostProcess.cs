using System.Diagnostics;
using System.Threading.Channels;

namespace Bot.EndToEnd.Tests;

/// <summary>The host as it is run: a process of its own, asked over HTTP.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly string _folder;

    private HostProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <param name="repository">Where the shipped articles are.</param>
    /// <param name="embeddedBy">The origin of a site that may show the chat in a frame.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public static async Task<HostProcess> StartAsync(string repository, Uri embeddedBy, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bot-end-to-end-").FullName;
        var process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll")])
            {
                WorkingDirectory = repository,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                    ["Records__Path"] = Path.Combine(folder, "record.db"),
                    ["Records__Within"] = "00:00:20",
                    ["Turns__PerAsker"] = "1000",
                    ["Turns__PerConversation"] = "1000",
                    ["Web__RequestsPerMinute"] = "100000",
                    ["Web__EmbedOrigins__0"] = embeddedBy.GetLeftPart(UriPartial.Authority),
                    ["Knowledge__Path"] = Path.Combine(repository, "knowledge"),
                },
            },
        };
        var lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, told) => _ = told.Data is { } line ? lines.Writer.TryWrite(line) : lines.Writer.TryComplete();
        process.Start();
        process.BeginOutputReadLine();
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new(process, folder, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException("The host ended before it listened: run it by hand to see why.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
