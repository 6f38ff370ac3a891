using System.Collections.Concurrent;
using System.Diagnostics;
using Bot.Answering.Tracing;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Conversations.Soak;

/// <summary>Asks at a steady rate and measures what Bot adds to the model's time.</summary>
internal sealed class LoadTest : IChannel
{
    private const int WarmUp = 5;

    private readonly ConcurrentDictionary<string, long> _asked = new();
    private readonly ConcurrentDictionary<string, double> _taken = new();
    private int _doubled;

    public string Name => "load";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (conversations, rate, seconds, model) = (arguments.Number("conversations", 2000), arguments.Number("rate", 100), arguments.Number("seconds", 60), arguments.Number("model-ms", 2000));
        var folder = Directory.CreateTempSubdirectory("bot-soak-").FullName;
        var channel = new LoadTest();
        using var host = SoakBot.Build(Path.Combine(folder, "record.db"), arguments.Text("postgres"), channel, new SoakBot.Model(() => model), ("Turns:Parallel", "2000"));
        await host.StartAsync();
        var reception = host.Services.GetRequiredService<Reception>();
        await channel.AskAsync(reception, "warm", "warm");
        var (refused, tasks, clock, total) = (0, new List<Task>(), Stopwatch.StartNew(), rate * seconds);
        for (var number = 0; number < total; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / rate) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            var (id, conversation) = ($"q{number}", $"c{number % conversations}");
            tasks.Add(Task.Run(async () => Interlocked.Add(ref refused, await channel.AskAsync(reception, id, conversation) ? 0 : 1)));
        }

        await Task.WhenAll(tasks);
        var patience = Stopwatch.StartNew();
        while (channel._taken.Count < total - refused && patience.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(50);
        }

        double[] added = [.. channel._taken.Where(taken => taken.Key != "warm").Select(taken => taken.Value - model).Order()];
        Console.WriteLine($"{total} questions at {rate}/s over {conversations} conversations, a model of {model} ms");
        Console.WriteLine($"refused {refused}, lost {total - refused - added.Length}, doubled {channel._doubled}");
        Console.WriteLine($"added to the model's time: median {At(added, 0.5):0} ms, p99 {At(added, 0.99):0} ms, most {added[^1]:0} ms");
        double[] warm = [.. channel._taken.Where(taken => taken.Key != "warm" && int.Parse(taken.Key.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) >= rate * WarmUp).Select(taken => taken.Value - model).Order()];
        Console.WriteLine($"after the first {WarmUp} s: median {At(warm, 0.5):0} ms, p99 {At(warm, 0.99):0} ms, most {warm[^1]:0} ms");
        Console.WriteLine($"memory: working set {Environment.WorkingSet >> 20} MB, managed {GC.GetTotalMemory(false) >> 20} MB; processor time {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0} s");
        await host.StopAsync();
        return refused == 0 && added.Length == total && channel._doubled == 0 ? 0 : 1;
    }

    public bool RecognisesRepeat(Delivery delivery) => true;

    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!_taken.TryAdd(delivery.EventId, Stopwatch.GetElapsedTime(_asked[delivery.EventId]).TotalMilliseconds))
        {
            Interlocked.Increment(ref _doubled);
        }

        return Task.FromResult<Receipt>(new Receipt.Shown(delivery.Key));
    }

    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => DeliverAsync(delivery, cancellationToken);

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> AskAsync(Reception reception, string id, string conversation)
    {
        _asked[id] = Stopwatch.GetTimestamp();
        var question = new IncomingQuestion { Channel = Name, EventId = id, Conversation = conversation, Asker = conversation, Text = id, Place = new("here", false) };
        return await reception.AskAsync(question, CancellationToken.None) is Admission.Accepted;
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)((sorted.Length - 1) * share)];
}
