using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak;

/// <summary>
/// Many readers with Web Chat come, one after the other, and each asks a few questions by WebSocket with seconds between them; nobody leaves before
/// all have asked.
/// </summary>
internal static class WebChatTest
{
    private const int WarmUps = 50;

    // Real questions of the articles that every clone has: answered by quoting, each at its own cost.
    internal static readonly string[] Asked =
    [
        "How long is Line 1?",
        "What does a day ticket cost?",
        "When did the city council approve the line?",
        "When did Islamic State lose its last village in Syria?",
        "Who is the mayor of Hallowmere?",
        "How many people travelled on the tram on Sunday?",
        "What do shopkeepers on Mill Street say?",
    ];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (users, questions) = (arguments.Number("--users", 1_000), arguments.Number("--questions", 3));
        var (ramp, pause) = (TimeSpan.FromSeconds(arguments.Number("--ramp", 30)), TimeSpan.FromSeconds(arguments.Number("--pause", 5)));
        await using var postgres = await arguments.PostgresAsync();
        await using var host = await SoakHost.StartAsync(arguments.Host, model: null, postgres is null ? null : await postgres.NewDatabaseAsync());
        using var stop = new CancellationTokenSource(ramp + (questions * pause) + TimeSpan.FromMinutes(arguments.Number("--patience-minutes", 2)));
        await WarmUpAsync(host, stop.Token);
        var (rest, machine, load, clock) = (host.Memory.Now, ProcessorShare.Start(host), MachineLoad(), Stopwatch.StartNew());
        var before = host.Processor;
        var (all, connecting, failures) = (new ConcurrentBag<WebChatUser>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var asking = new List<Task>();
        for (var at = 0; at < users; at++)
        {
            var due = (ramp * at / users) - clock.Elapsed;
            await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero);
            var user = new WebChatUser(host, at, stop.Token);
            all.Add(user);
            asking.Add(StayAsync(user, at, questions, pause, connecting, failures, stop.Token));
        }

        await Task.WhenAll(asking);
        var (took, processor, memory) = (clock.Elapsed, host.Processor - before, host.Memory.Most);
        var (told, loads) = (machine.Told(), $"{load} before, {MachineLoad()} after");
        var gone = all.Count(user => user.Ended is not null);
        await Task.WhenAll(all.Select(user => user.LeaveAsync()));
        var report = new WebChatReport([.. all], [.. connecting], [.. failures], users * questions)
        {
            Disconnected = gone,
            Record = postgres is null ? "SQLite" : "PostgreSQL",
            Took = took,
            Machine = told,
            Load = loads,
            Rest = rest,
            Most = memory,
            Processor = processor,
        };
        return report.Tell();
    }

    private static async Task WarmUpAsync(SoakHost host, CancellationToken stop)
    {
        for (var at = 0; at < WarmUps; at++)
        {
            using var user = new WebChatUser(host, -1 - at, stop);
            await user.ConnectAsync();
            await user.AskAsync(Asked[at % Asked.Length]);
            await user.LeaveAsync();
        }
    }

    private static async Task StayAsync(
        WebChatUser user,
        int number,
        int questions,
        TimeSpan pause,
        ConcurrentBag<double> connecting,
        ConcurrentBag<string> failures,
        CancellationToken stop)
    {
        // Whoever comes asks after a while, not at once: half to one and a half of the pause.
        var random = new Random(number);
        try
        {
            connecting.Add((await user.ConnectAsync()).TotalMilliseconds);
            for (var question = 0; question < questions; question++)
            {
                await Task.Delay(pause * (0.5 + random.NextDouble()), stop);
                await user.AskAsync(Asked[random.Next(Asked.Length)]);
            }
        }
        catch (Exception error) when (error is HttpRequestException or System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            failures.Add(error.Message);
        }
    }

    private static string MachineLoad() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
