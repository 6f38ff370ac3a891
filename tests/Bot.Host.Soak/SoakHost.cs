using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Host.Soak;

/// <summary>The host as a process of its own, with limits that let one address ask everything.</summary>
internal sealed class SoakHost : IAsyncDisposable
{
    private readonly Process _process;

    private SoakHost(Process process, string folder, Uri address, TimeSpan readyAfter)
    {
        (_process, Folder, ReadyAfter) = (process, folder, readyAfter);
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4_000 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Client { get; }

    /// <summary>Opens WebSockets, each with a connection of its own.</summary>
    public HttpMessageInvoker Sockets { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 20_000 });

    public string Folder { get; }

    public string Record => Path.Combine(Folder, "record.db");

    public TimeSpan ReadyAfter { get; }

    /// <summary>Its memory now and at most, in MB.</summary>
    public (long Now, long Most) Memory
    {
        get
        {
            var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
            return (Megabytes("VmRSS:"), Megabytes("VmHWM:"));

            long Megabytes(string name) => long.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), null) / 1024;
        }
    }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<SoakHost> StartAsync(string? dll, string? model, string? postgres = null, IEnumerable<(string Name, string Value)>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("bot-host-soak-").FullName;
        var repository = Repository();
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [dll is null ? Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll") : Path.GetFullPath(dll)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        (string, string)[] settings =
        [
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
            ("Records__Path", Path.Combine(folder, "record.db")),
            ("Records__Postgres", postgres ?? ""),
            ("Records__Key", postgres is null ? "" : Convert.ToBase64String(new byte[32])),
            ("Knowledge__Path", Path.Combine(repository, "knowledge")),
            ("Prompts__Path", Path.Combine(repository, "prompts")),
            ("Turns__PerAsker", "100000"),
            ("Turns__PerConversation", "100000"),
            ("Turns__Everybody", "1000000"),
            ("Turns__MostWaiting", "100000"),
            ("Turns__Parallel", "1000"),
            ("Web__RequestsPerMinute", "1000000"),
            ("Web__TrustedProxies__0", "127.0.0.1"),
            ("DirectLine__ConversationsPerMinute", "1000000"),
            ("DirectLine__ActivitiesPerMinute", "1000000"),
            ("DirectLine__SocketsPerAddress", "1000000"),
            ("Logging__LogLevel__Default", "Warning"),
        ];
        (string, string)[] models = model is null ? [] : [("Model__Endpoint", model), ("Model__Name", "scripted"), ("Model__MaxRetries", "0")];
        foreach (var (name, value) in settings.Concat(models).Concat(more ?? []))
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, told) => Complain(told.Data);
        process.BeginOutputReadLine();
        var address = new Uri($"http://127.0.0.1:{port}");
        await UntilReadyAsync(address, process);
        return new(process, folder, address, clock.Elapsed);
    }

    public async Task<(int Status, JsonElement Body)> AskAsync(string question, string key, string? conversation = null, string from = "192.0.2.1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question, conversation }), Headers = { { "Idempotency-Key", key }, { "X-Forwarded-For", from } } };
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Sockets.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task UntilReadyAsync(Uri address, Process process)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync("/health/ready");
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"The host ended with {process.ExitCode} before it was ready: its complaints are above.");
    }

    private static void Complain(string? line)
    {
        if (line is not null)
        {
            Console.Error.WriteLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds Bot.sln: run this inside the repository.");
    }
}
