using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Soak;

/// <summary>The record cannot be written for a while: another process holds it.</summary>
internal static class OutageTest
{
    public static async Task<int> RunAsync(Func<string, int, int> number, string? dll)
    {
        await using var model = await SlowModel.StartAsync(TimeSpan.FromSeconds(3));
        await using var host = await SoakHost.StartAsync(dll, model.Endpoint);
        await host.AskAsync(Question(0), Key(0));
        var before = host.AskAsync(Question(1), Key(1));
        await Task.Delay(TimeSpan.FromSeconds(1));

        var (refused, slowest) = await WhileGoneAsync(host, TimeSpan.FromSeconds(number("--seconds", 30)));
        var back = Stopwatch.StartNew();
        var tries = 0;
        while ((await host.AskAsync(Question(2), $"after-the-outage-{tries++:0000}")).Status != 200)
        {
        }

        var healed = back.Elapsed - TimeSpan.FromSeconds(3);
        var (status, _) = await before;
        Console.WriteLine($"refused politely: {string.Join(", ", refused.GroupBy(code => code).Select(group => $"{group.Key} x {group.Count()}"))}; the slowest refusal took {slowest.TotalMilliseconds:0} ms");
        Console.WriteLine($"the question accepted before ended with {status}; a new one was answered {healed.TotalMilliseconds:0} ms (beyond the model's 3 s) after the record was back");
        return refused.All(code => code == 503) && slowest < TimeSpan.FromSeconds(1) && status == 200 ? 0 : 1;
    }

    private static async Task<(List<int> Statuses, TimeSpan Slowest)> WhileGoneAsync(SoakHost host, TimeSpan gone)
    {
        await using var other = new SqliteConnection($"Data Source={host.Record};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync();
        var (statuses, slowest, clock) = (new List<int>(), TimeSpan.Zero, Stopwatch.StartNew());
        while (clock.Elapsed < gone)
        {
            var start = Stopwatch.GetTimestamp();
            statuses.Add((await host.AskAsync(Question(3), $"during-the-outage-{statuses.Count:0000}")).Status);
            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        hold.CommandText = "ROLLBACK";
        await hold.ExecuteNonQueryAsync();
        return (statuses, slowest);
    }

    private static string Question(int at) => $"How many kilometres does Line 1 of the tram run, case-{at}?";

    private static string Key(int at) => $"the-outage-question-{at:0000}";
}
