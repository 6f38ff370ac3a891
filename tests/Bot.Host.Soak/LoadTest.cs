using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;

namespace Bot.Host.Soak;

/// <summary>
/// Many conversations ask at a steady rate, whether or not answers keep up. Some ask the bare model at the same time, by the same means: what they
/// wait beyond its time is the load's own delay.
/// </summary>
internal static class LoadTest
{
    private const int WarmUp = 50;
    private const int BareEvery = 5;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (conversations, rate, seconds) = (arguments.Number("--conversations", 2_000), arguments.Number("--rate", 100), arguments.Number("--seconds", 60));
        var takes = TimeSpan.FromMilliseconds(arguments.Number("--model-ms", 2_000));
        await using var postgres = await arguments.PostgresAsync();
        await using var model = await SlowModel.StartAsync(takes);
        var connection = postgres is null ? null : await postgres.NewDatabaseAsync();
        await using var host = await SoakHost.StartAsync(arguments.Host, model.Endpoint, connection);
        for (var at = 0; at < WarmUp * arguments.Number("--warm-up", 1); at += WarmUp)
        {
            await Task.WhenAll(Enumerable.Range(at, WarmUp).Select(number => host.AskAsync(Question(-1), $"warm-up-question-{number:0000}")));
        }

        model.Asked.Clear();
        var (asked, bare, asking) = (new ConcurrentBag<Asked>(), new ConcurrentBag<double>(), new List<Task>());
        await using var costs = connection is null ? null : await PostgresCosts.BeginAsync(postgres!, connection, arguments.Has("--statements"));
        var (machine, clock, before) = (ProcessorShare.Start(host), Stopwatch.StartNew(), host.Processor);
        for (var at = 0; at < rate * seconds; at++)
        {
            var due = TimeSpan.FromSeconds((double)at / rate) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            asking.Add(AskAsync(host, model, at, at % conversations, asked));
            if (at % BareEvery == 0)
            {
                asking.Add(AskBareAsync(host, model, takes, bare));
            }
        }

        await Task.WhenAll(asking);
        Console.WriteLine($"asked {rate * seconds} in {clock.Elapsed.TotalSeconds:0} s; {machine.Told()}");
        Console.WriteLine($"the host used {(host.Processor - before).TotalMilliseconds / (rate * seconds):0.0} ms of a processor a question");
        await (costs?.TellAsync(rate * seconds) ?? Task.CompletedTask);
        return LoadReport.Tell([.. asked], [.. bare], model, host, takes);
    }

    private static async Task AskAsync(SoakHost host, SlowModel model, int at, int conversation, ConcurrentBag<Asked> results)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var (status, body) = await host.AskAsync(Question(at), $"load-question-{at:000000}", $"load-conversation-{conversation:0000}", $"10.0.{conversation / 250}.{(conversation % 250) + 1}");
            var (took, times) = (Stopwatch.GetElapsedTime(start), model.Times.GetValueOrDefault($"case-{at}", (start, start)));
            results.Add(new(status, body.TryGetProperty("id", out var id) ? id.GetString() : null, took, Stopwatch.GetElapsedTime(start, times.Item1), Stopwatch.GetElapsedTime(times.Item2)));
        }
        catch (HttpRequestException)
        {
            results.Add(new(0, null, Stopwatch.GetElapsedTime(start), default, default));
        }
    }

    private static async Task AskBareAsync(SoakHost host, SlowModel model, TimeSpan takes, ConcurrentBag<double> results)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await host.Client.PostAsJsonAsync(new Uri(model.Bare), new { question = Question(0) });
        await response.Content.ReadAsStringAsync();
        results.Add((Stopwatch.GetElapsedTime(start) - takes).TotalMilliseconds);
    }

    private static string Question(int at) => $"How many kilometres does Line 1 of the tram run, case-{at}?";
}

/// <summary>A question's fate.</summary>
/// <param name="Status">The HTTP status; 0 when there was none.</param>
/// <param name="Id">The answer's name.</param>
/// <param name="Took">From the asking to the answer.</param>
/// <param name="Before">From the asking until the model was asked.</param>
/// <param name="After">From the model's last word to the answer.</param>
internal sealed record Asked(int Status, string? Id, TimeSpan Took, TimeSpan Before, TimeSpan After);
