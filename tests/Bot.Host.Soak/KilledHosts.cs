using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Soak;

/// <summary>Hosts on one record, each at a port that it keeps when it is killed and started again.</summary>
internal sealed class KilledHosts : IAsyncDisposable
{
    private readonly Func<int, ProcessStartInfo> _start;
    private readonly Process?[] _processes;
    private readonly int[] _ports;

    private KilledHosts(Func<int, ProcessStartInfo> start, int count) =>
        (_start, _processes, _ports) = (start, new Process?[count], [.. Enumerable.Range(0, count).Select(_ => FreePort())]);

    public int Count => _ports.Length;

    public static async Task<KilledHosts> StartAsync(string? dll, string? model, string folder, string? postgres, int count, IEnumerable<(string Name, string Value)>? more = null)
    {
        var hosts = new KilledHosts(port => StartInfo(dll, model, folder, postgres, port, more ?? []), count);
        await Task.WhenAll(Enumerable.Range(0, count).Select(hosts.LaunchAsync));
        return hosts;
    }

    public Uri AddressOf(int host) => new($"http://127.0.0.1:{_ports[host]}");

    public async Task LaunchAsync(int host)
    {
        var process = Process.Start(_start(_ports[host]))!;
        process.OutputDataReceived += (_, told) => Complain(told.Data);
        process.BeginOutputReadLine();
        _processes[host] = process;
        using var client = new HttpClient { BaseAddress = AddressOf(host) };
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode} before it was ready: its complaints are above.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>SIGKILL: the process learns nothing of it.</summary>
    public async Task KillAsync(int host)
    {
        if (_processes[host] is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _processes[host] = null;
        }
    }

    /// <summary>SIGTERM, as systemd stops a unit.</summary>
    /// <returns>How long it took to end, and with what.</returns>
    public async Task<(TimeSpan Took, int ExitCode)> TerminateAsync(int host)
    {
        var process = _processes[host]!;
        var clock = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        var ended = (clock.Elapsed, process.ExitCode);
        process.Dispose();
        _processes[host] = null;
        return ended;
    }

    /// <summary>The process of a host that runs.</summary>
    public Process ProcessOf(int host) => _processes[host] ?? throw new InvalidOperationException($"Host {host + 1} does not run.");

    public Task KillAllAsync() => Task.WhenAll(Enumerable.Range(0, Count).Select(KillAsync));

    public async ValueTask DisposeAsync() => await KillAllAsync();

    private static ProcessStartInfo StartInfo(string? dll, string? model, string folder, string? postgres, int port, IEnumerable<(string Name, string Value)> more)
    {
        var repository = Repository();
        var start = new ProcessStartInfo("dotnet", [dll is null ? Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll") : Path.GetFullPath(dll)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        (string, string)[] settings =
        [
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
            ("Records__Path", KilledRecord.FileIn(folder)),
            ("Records__Postgres", postgres ?? ""),
            ("Records__Key", Convert.ToBase64String(new byte[32])),
            ("Knowledge__Path", Path.Combine(repository, "knowledge")),
            ("Prompts__Path", Path.Combine(repository, "prompts")),
            ("Turns__PerAsker", "100000"),
            ("Turns__PerConversation", "100000"),
            ("Turns__Everybody", "1000000"),

            // Twenty kills may hit one turn more often than the default forgives.
            ("Turns__MostAttempts", "50"),

            // Soon enough that some readers are told to come back.
            ("Web__AnswerWithin", "00:00:01"),
            ("Web__RequestsPerMinute", "1000000"),
            ("Logging__LogLevel__Default", "Error"),
        ];
        (string, string)[] models = model is null ? [] : [("Model__Endpoint", model), ("Model__Name", "scripted"), ("Model__MaxRetries", "0")];
        foreach (var (name, value) in settings.Concat(models).Concat(more))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
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
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
