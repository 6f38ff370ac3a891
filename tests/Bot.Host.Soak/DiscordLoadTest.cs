using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak;

/// <summary>One shard under the events of a busy bot, some of which are questions: nothing may hold its heart or its acknowledgements up.</summary>
internal static class DiscordLoadTest
{
    private const int WarmUps = 60;

    // A beat that is this late says that something held it up; Discord itself waits for a whole interval.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (rate, asked, seconds) = (arguments.Number("--rate", 200), arguments.Number("--questions", 20), arguments.Number("--seconds", 60));
        var interval = TimeSpan.FromMilliseconds(arguments.Number("--heartbeat-ms", 2_000));
        await using var stage = await DiscordStage.StartAsync();
        stage.Discord.ChecksContract = false;
        stage.Gateway.HeartbeatInterval = (int)interval.TotalMilliseconds;
        await using var host = await SoakHost.StartAsync(arguments.Host, model: null, postgres: null, stage.Settings);
        await WarmUpAsync(stage);

        var beats = new ConcurrentQueue<long>();
        stage.Gateway.OnHeartbeat = () => beats.Enqueue(Stopwatch.GetTimestamp());
        var (machine, before, start, clock) = (ProcessorShare.Start(host), host.Processor, host.Memory.Now, Stopwatch.StartNew());
        var questions = new List<DiscordQuestion>();
        long middle = 0;
        for (var number = 0; number < rate * seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / rate) - clock.Elapsed;
            await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero);
            if (number % (rate / asked) == 0)
            {
                questions.Add(await stage.AskAsync(WebChatTest.Asked[questions.Count % WebChatTest.Asked.Length], byCommand: questions.Count % 2 == 0));
            }
            else
            {
                await stage.HappenAsync(number);
            }

            middle = number == rate * seconds / 2 ? host.Memory.Now : middle;
        }

        var sent = clock.Elapsed;
        var told = machine.Told();
        Task all = Task.WhenAll(questions.Select(question => question.Answered.Task)).WaitAsync(Patience);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var each = (host.Processor - before).TotalMilliseconds / (rate * seconds);
        Console.WriteLine($"{rate * seconds:N0} events in {sent.TotalSeconds:0.0} s, {questions.Count:N0} of them questions; {told}; {each:0.00} ms of a processor an event");
        var kept = Tell(questions);
        kept &= TellHeart([.. beats], interval);
        Console.WriteLine($"memory: {start} MB at the start, {middle} MB in the middle, {host.Memory.Now} MB at the end, at most {host.Memory.Most} MB");
        Console.WriteLine($"sessions begun {stage.Gateway.Sessions.Count}, requests that came too soon {stage.Discord.TooSoon}");
        kept &= stage.Gateway.Sessions.Count == 1 && stage.Discord.TooSoon == 0;
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }

    private static async Task WarmUpAsync(DiscordStage stage)
    {
        for (var number = 0; number < WarmUps; number++)
        {
            var question = await stage.AskAsync(WebChatTest.Asked[number % WebChatTest.Asked.Length], byCommand: number % 2 == 0);
            await question.Answered.Task.WaitAsync(Patience);
        }
    }

    private static bool Tell(List<DiscordQuestion> questions)
    {
        var kept = true;
        foreach (var group in questions.GroupBy(question => question.ByCommand))
        {
            double[] waited = [.. group.Where(question => question.Waited > TimeSpan.Zero).Select(question => question.Waited.TotalMilliseconds).Order()];
            var (refused, lost, twice) = (group.Count(question => question.IsRefused), group.Count(question => question.Answers == 0 && !question.IsRefused), group.Count(question => question.Answers > 1 || question.Acknowledgements > 1));
            Console.WriteLine($"{(group.Key ? "commands, to the acknowledgement" : "mentions, to the answer")}: {group.Count()}, told to ask again {refused}, lost {lost}, twice {twice}; p50 {At(waited, 0.5):0} ms, p99 {At(waited, 0.99):0} ms, most {At(waited, 1):0} ms");
            kept &= refused == 0 && lost == 0 && twice == 0 && At(waited, 0.99) < Goal.TotalMilliseconds;
        }

        return kept;
    }

    private static bool TellHeart(long[] beats, TimeSpan interval)
    {
        double[] late = [.. beats.Zip(beats.Skip(1)).Select(pair => (Stopwatch.GetElapsedTime(pair.First, pair.Second) - interval).TotalMilliseconds).Order()];
        Console.WriteLine($"heartbeats: {beats.Length}, each {interval.TotalSeconds:0.0} s; later than that by p50 {At(late, 0.5):0} ms, most {At(late, 1):0} ms");
        return late.Length > 0 && At(late, 1) < Late.TotalMilliseconds;
    }

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
