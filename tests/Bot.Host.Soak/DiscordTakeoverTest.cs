using System.Diagnostics;
using System.Text.Json;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Host.Soak;

/// <summary>Two processes on one PostgreSQL: the one that has the shard is killed with SIGKILL while readers ask, and the other one goes on with its session.</summary>
internal static class DiscordTakeoverTest
{
    private const int LongestPause = 3_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (kills, rate, seed) = (arguments.Number("--kills", 5), arguments.Number("--rate", 5), arguments.Number("--seed", 1));
        await using var postgres = await PostgresServer.StartAsync() ?? throw new InvalidOperationException(PostgresServer.WhyNot);
        await using var stage = await DiscordStage.StartAsync();
        await using var model = await SlowModel.StartAsync(TimeSpan.FromMilliseconds(300));
        var folder = Directory.CreateTempSubdirectory("bot-discord-takeover-").FullName;
        try
        {
            await using var hosts = await KilledHosts.StartAsync(arguments.Host, model.Endpoint, folder, await postgres.NewDatabaseAsync(), count: 2, [.. stage.Settings, ("Records__Within", "00:00:30"), ("Discord__AcknowledgeWithin", "00:00:10")]);
            using var enough = new CancellationTokenSource();
            var asking = AskAsync(stage, rate, enough.Token);
            var took = await KillAsync(hosts, stage, kills, new Random(seed));
            await enough.CancelAsync();
            var questions = await asking;
            Task all = Task.WhenAll(questions.Select(question => question.Answered.Task)).WaitAsync(Patience);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Report(questions, took, stage);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<DiscordQuestion>> AskAsync(DiscordStage stage, int rate, CancellationToken enough)
    {
        var questions = new List<DiscordQuestion>();
        while (!enough.IsCancellationRequested)
        {
            questions.Add(await stage.AskAsync($"How long is Line 1? case-{questions.Count}", byCommand: questions.Count % 2 == 0));
            await Task.Delay(TimeSpan.FromSeconds(1.0 / rate), enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return questions;
    }

    private static async Task<List<TimeSpan>> KillAsync(KilledHosts hosts, DiscordStage stage, int kills, Random random)
    {
        var took = new List<TimeSpan>();
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(1_000 + random.Next(LongestPause));
            var owner = await OwnerAsync(hosts);
            var resumed = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            stage.Gateway.OnResume = () => resumed.TrySetResult(Stopwatch.GetTimestamp());
            var killed = Stopwatch.GetTimestamp();
            await hosts.KillAsync(owner);
            took.Add(Stopwatch.GetElapsedTime(killed, await resumed.Task.WaitAsync(Patience)));
            Console.WriteLine($"kill {kill + 1} of process {owner + 1}: the session was taken up after {took[^1].TotalMilliseconds:0} ms");
            await hosts.LaunchAsync(owner);
        }

        return took;
    }

    private static async Task<int> OwnerAsync(KilledHosts hosts)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            for (var host = 0; host < hosts.Count; host++)
            {
                using var client = new HttpClient { BaseAddress = hosts.AddressOf(host) };
                using var health = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));
                if (health.RootElement.GetProperty("discord").GetProperty("connected").GetInt32() == 1)
                {
                    return host;
                }
            }
        }

        throw new TimeoutException("No process has the shard.");
    }

    private static int Report(List<DiscordQuestion> questions, List<TimeSpan> took, DiscordStage stage)
    {
        var (lost, twice) = (questions.Count(question => question.Answers == 0), questions.Count(question => question.Seen > 1));

        // A process may die between an answer and its receipt.
        var unacknowledged = questions.Count(question => question.ByCommand && question.Acknowledgements == 0);
        var waited = questions.Where(question => question.ByCommand && question.Acknowledgements > 0).Max(question => question.Waited);
        Console.WriteLine($"taken up after {took.Order().ElementAt(took.Count / 2).TotalMilliseconds:0} ms in the median, {took.Max().TotalMilliseconds:0} ms at most; sessions begun {stage.Gateway.Sessions.Count}");
        Console.WriteLine($"questions {questions.Count}, lost {lost}, answered twice {twice}, put in the same place again {questions.Count(question => question.InPlace > 1)}, commands not acknowledged {unacknowledged}, the slowest acknowledgement after {waited.TotalMilliseconds:0} ms");
        var kept = lost == 0 && twice == 0 && unacknowledged == 0 && stage.Gateway.Sessions.Count == 1 && stage.Discord.Faults.Count == 0;
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }
}
