using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak;

/// <summary>Many conversations ask at a steady rate, whether or not answers keep up.</summary>
internal static class LoadTest
{
    private const int WarmUp = 50;

    public static async Task<int> RunAsync(Func<string, int, int> number, string? dll)
    {
        var (conversations, rate, seconds, modelMs) = (number("--conversations", 2_000), number("--rate", 100), number("--seconds", 60), number("--model-ms", 2_000));
        await using var model = await SlowModel.StartAsync(TimeSpan.FromMilliseconds(modelMs));
        await using var host = await SoakHost.StartAsync(dll, model.Endpoint);
        await Task.WhenAll(Enumerable.Range(0, WarmUp).Select(at => host.AskAsync(Question(-1), $"warm-up-question-{at:0000}")));
        model.Asked.Clear();

        var results = new ConcurrentBag<(int Status, string? Id, double Milliseconds)>();
        var asking = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var at = 0; at < rate * seconds; at++)
        {
            var due = TimeSpan.FromSeconds((double)at / rate) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            asking.Add(AskAsync(host, at, at % conversations, results));
        }

        await Task.WhenAll(asking);
        var took = clock.Elapsed;
        return Report(model, host, [.. results], rate * seconds, modelMs, took);
    }

    private static async Task AskAsync(SoakHost host, int at, int conversation, ConcurrentBag<(int Status, string? Id, double Milliseconds)> results)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var (status, body) = await host.AskAsync(Question(at), $"load-question-{at:000000}", $"load-conversation-{conversation:0000}", $"10.0.{conversation / 250}.{(conversation % 250) + 1}");
            results.Add((status, body.TryGetProperty("id", out var id) ? id.GetString() : null, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }
        catch (HttpRequestException)
        {
            results.Add((0, null, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }
    }

    private static string Question(int at) => $"How many kilometres does Line 1 of the tram run, case-{at}?";

    private static int Report(SlowModel model, SoakHost host, (int Status, string? Id, double Milliseconds)[] results, int asked, int modelMs, TimeSpan took)
    {
        var answered = results.Where(result => result.Status == 200).ToArray();
        var added = answered.Select(result => result.Milliseconds - modelMs).Order().ToArray();
        var doubled = model.Asked.Count(asking => asking.Value > 1);
        var sameId = answered.Length - answered.Select(result => result.Id).Distinct().Count();
        var (now, most) = host.Memory;
        Console.WriteLine($"asked {asked} in {took.TotalSeconds:0} s; answered {answered.Length}; other statuses: {string.Join(", ", results.Where(result => result.Status != 200).GroupBy(result => result.Status).Select(group => $"{group.Key} x {group.Count()}"))}");
        Console.WriteLine($"asked of the model twice: {doubled}; answers shared by questions: {sameId}; model never asked: {asked - model.Asked.Keys.Count(name => name != "none")}");
        if (added.Length > 0)
        {
            Console.WriteLine($"added to the model's {modelMs} ms: p50 {At(0.5):0} ms, p95 {At(0.95):0} ms, p99 {At(0.99):0} ms, most {added[^1]:0} ms");
        }

        Console.WriteLine($"memory: {now} MB, at most {most} MB; processor time of the host: {host.Processor.TotalSeconds:0.0} s");
        return answered.Length == asked && doubled == 0 && sameId == 0 ? 0 : 1;

        double At(double part) => added[Math.Min(added.Length - 1, (int)(added.Length * part))];
    }
}
