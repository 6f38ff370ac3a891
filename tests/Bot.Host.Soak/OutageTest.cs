using System.Diagnostics;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Soak;

/// <summary>
/// The record is gone for a while: PostgreSQL is killed, or another process holds the SQLite file. Of several hosts each question goes to the next one,
/// and is asked again at another one.
/// </summary>
internal static class OutageTest
{
    private const int Before = 20;

    private static readonly TimeSpan ModelTakes = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        await using var postgres = await arguments.PostgresAsync();
        await using var model = await SlowModel.StartAsync(ModelTakes);
        var hosts = await StartAsync(arguments, model, postgres);
        try
        {
            return await RunAsync(arguments, hosts, model, postgres);
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
        }
    }

    private static async Task<int> RunAsync(Arguments arguments, SoakHost[] hosts, SlowModel model, PostgresServer? postgres)
    {
        foreach (var host in hosts)
        {
            await host.AskAsync(Question(0), Key("warm-up", 0));
        }

        var before = Enumerable.Range(1, Before).Select(at => hosts[at % hosts.Length].AskAsync(Question(at), Key("before-the-outage", at))).ToArray();
        await Task.Delay(Soon);

        await using var gone = await GoneAsync(hosts[0], postgres);
        var during = await AskWhileGoneAsync(hosts, arguments.Number("--rate", 10), TimeSpan.FromSeconds(arguments.Number("--seconds", 30)));
        await gone.DisposeAsync();
        var back = Stopwatch.StartNew();
        for (var host = 0; host < hosts.Length; host++)
        {
            var tries = 0;
            while ((await hosts[host].AskAsync(Question(Before + 1), Key($"after-the-outage-{host}", tries++))).Status != 200)
            {
            }
        }

        var healed = back.Elapsed - (hosts.Length * ModelTakes);

        // One that was told to try again at once was never accepted: a busy machine.
        var accepted = (await Task.WhenAll(before)).Where(one => one.Status != 503).ToArray();
        var again = await Task.WhenAll(Enumerable.Range(0, during.Length).Select(at => UntilTakenAsync(hosts[(at + 1) % hosts.Length], at)));
        var twice = model.Asked.Count(asked => asked.Value > 1 && Number(asked.Key) > Before + 1);
        Console.WriteLine($"{hosts.Length} process(es), {(postgres is null ? "SQLite" : "PostgreSQL")}, load {Machines.MachinesReport.Load()}; while gone: {Statuses(during.Select(one => one.Status))}; the slowest took {during.Max(one => one.Took).TotalMilliseconds:0} ms");
        Console.WriteLine($"accepted before: {Statuses(accepted.Select(one => one.Status))}; a new question was answered {healed.TotalMilliseconds:0} ms (beyond the model's) after the record was back");
        Console.WriteLine($"refused ones, asked again with their keys: {Statuses(again)}; {twice} of them asked of the model twice");
        return during.All(one => one.Status == 503 && one.Took < Soon) && accepted.Length > 0 && accepted.All(one => one.Status == 200) && again.All(status => status == 200) && twice == 0 ? 0 : 1;
    }

    private static async Task<(int Status, TimeSpan Took)[]> AskWhileGoneAsync(SoakHost[] hosts, int rate, TimeSpan gone)
    {
        var (asking, clock) = (new List<Task<(int Status, TimeSpan Took)>>(), Stopwatch.StartNew());
        while (clock.Elapsed < gone)
        {
            asking.Add(TimedAsync(hosts[asking.Count % hosts.Length], asking.Count));
            await Task.Delay(TimeSpan.FromSeconds(1.0 / rate));
        }

        return await Task.WhenAll(asking);
    }

    private static async Task<int> UntilTakenAsync(SoakHost host, int at)
    {
        int status;
        do
        {
            (status, _) = await host.AskAsync(Question(Before + 2 + at), Key("during-the-outage", at));
        }
        while (status == 503);
        return status;
    }

    private static async Task<(int Status, TimeSpan Took)> TimedAsync(SoakHost host, int at)
    {
        var start = Stopwatch.GetTimestamp();
        var (status, _) = await host.AskAsync(Question(Before + 2 + at), Key("during-the-outage", at));
        return (status, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<Outage> GoneAsync(SoakHost host, PostgresServer? postgres)
    {
        if (postgres is not null)
        {
            await postgres.StopServerAsync();
            return new(postgres.StartServerAsync);
        }

        var other = new SqliteConnection($"Data Source={host.Record};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync();
        return new(() => other.DisposeAsync().AsTask());
    }

    private static async Task<SoakHost[]> StartAsync(Arguments arguments, SlowModel model, PostgresServer? postgres)
    {
        var processes = arguments.Number("--processes", 1);
        if (processes > 1 && postgres is null)
        {
            throw new ArgumentException("--processes is more than 1, but a SQLite record serves one process: add --postgres.");
        }

        var connection = postgres is null ? null : await postgres.NewDatabaseAsync();
        return await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => SoakHost.StartAsync(arguments.Host, model.Endpoint, connection)));
    }

    private static string Statuses(IEnumerable<int> statuses) => string.Join(", ", statuses.GroupBy(status => status).Select(group => $"{group.Key} x {group.Count()}"));

    private static string Question(int at) => $"How many kilometres does Line 1 of the tram run, case-{at}?";

    private static string Key(string when, int at) => $"{when}-{at:0000}";

    private static int Number(string name) => int.TryParse(name.AsSpan(name.IndexOf('-', StringComparison.Ordinal) + 1), null, out var number) ? number : 0;

    /// <summary>The record is gone until this is disposed.</summary>
    private sealed class Outage(Func<Task> end) : IAsyncDisposable
    {
        private Func<Task>? _end = end;

        public async ValueTask DisposeAsync() => await (Interlocked.Exchange(ref _end, null)?.Invoke() ?? Task.CompletedTask);
    }
}
