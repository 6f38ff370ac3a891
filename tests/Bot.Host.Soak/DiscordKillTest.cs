namespace Bot.Host.Soak;

/// <summary>
/// Kills the host with SIGKILL while questions on Discord are acknowledged and not yet answered. After its restart each reader has the answer once: in
/// the interaction's place while Discord takes that, else, of a public question, as a message; of a private one others never see anything.
/// </summary>
internal static class DiscordKillTest
{
    private const int LongestPause = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (kills, seed) = (arguments.Number("--kills", 20), arguments.Number("--seed", 1));
        await using var model = await SlowModel.StartAsync(TimeSpan.FromMilliseconds(arguments.Number("--model-ms", 1_500)));
        await using var stage = await DiscordStage.StartAsync();
        var folder = Directory.CreateTempSubdirectory("bot-discord-kill-").FullName;
        Console.WriteLine($"SQLite, {kills} kills, seed {seed}");
        try
        {
            // On a machine that is busy no question is to be refused: what is acknowledged is what is looked at.
            await using var hosts = await KilledHosts.StartAsync(arguments.Host, model.Endpoint, folder, postgres: null, count: 1, [.. stage.Settings, ("Records__Within", "00:00:30"), ("Discord__AcknowledgeWithin", "00:00:10")]);
            var random = new Random(seed);
            var questions = new List<DiscordQuestion>();
            for (var kill = 0; kill < kills; kill++)
            {
                questions.AddRange(await KillAsync(hosts, stage, kill, random));
            }

            await hosts.KillAllAsync();
            return Report(questions, stage);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In each other round the interactions are over when the host is back, as after a quarter of an hour.
    private static async Task<DiscordQuestion[]> KillAsync(KilledHosts hosts, DiscordStage stage, int kill, Random random)
    {
        DiscordQuestion[] asked =
        [
            await stage.AskAsync($"How long is Line 1? case-{kill}a", byCommand: true),
            await stage.AskAsync($"How long is Line 1? case-{kill}b", byCommand: true, isPrivate: true),
        ];
        await Task.WhenAll(asked.Select(question => question.Acknowledged.Task)).WaitAsync(Patience);
        var pause = random.Next(LongestPause);
        await Task.Delay(pause);
        var answered = asked.Sum(question => question.Answers);
        await hosts.KillAsync(0);
        var isOver = kill % 2 == 1;
        foreach (var question in asked)
        {
            question.IsOver = isOver;
        }

        await hosts.LaunchAsync(0);
        Task settled = Task.WhenAll(asked[0].Answered.Task, (isOver ? asked[1].TriedTooLate : asked[1].Answered).Task).WaitAsync(Patience);
        await settled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!settled.IsCompletedSuccessfully)
        {
            Console.WriteLine($"not settled; the last requests: {string.Join(", ", stage.Discord.All.TakeLast(12).Select(arrived => $"{arrived.Method} {arrived.Target} {arrived.Body[..Math.Min(60, arrived.Body.Length)]}"))}; the gateway: {string.Join(", ", stage.Gateway.Log.TakeLast(8))}");
        }

        Console.WriteLine($"kill {kill + 1,2}, {pause,3} ms after the acknowledgements, {answered} answered before; {(isOver ? "interactions over" : "interactions go on")}: public {Told(asked[0])}; private {Told(asked[1])}");
        return asked;
    }

    private static string Told(DiscordQuestion question) => $"in place {question.InPlace}, posted {question.Posted}";

    private static int Report(List<DiscordQuestion> questions, DiscordStage stage)
    {
        var broken = questions.Count(question => (question.IsOver, question.IsPrivate) switch
        {
            (false, _) => question is not { InPlace: 1, Posted: 0 },
            (true, false) => question is not { InPlace: 0, Posted: 1 },
            (true, true) => question.Answers > 0,
        });
        var again = questions.Count(question => question.Acknowledgements == 0);
        var (begun, faults) = (stage.Gateway.Sessions.Count, stage.Discord.Faults.Distinct().ToArray());
        Console.WriteLine($"questions {questions.Count}, not answered as they should {broken}, not acknowledged {again}; sessions begun {begun}; requests that Discord does not describe {faults.Length}");
        foreach (var fault in faults)
        {
            Console.WriteLine($"  {fault}");
        }

        var kept = broken == 0 && again == 0 && begun == 1 && faults.Length == 0;
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }
}
