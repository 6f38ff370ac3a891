using System.Diagnostics;
using System.Security.Cryptography;

namespace Bot.Host.Soak;

/// <summary>Kills the host with SIGKILL at random moments while readers ask by HTTP, and checks that each acknowledged question has one answer.</summary>
internal static class KillTest
{
    private const int LongestPause = 150;
    private const int StillToCome = 4;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (questions, conversations, kills) = (arguments.Number("--questions", 200), arguments.Number("--conversations", 20), arguments.Number("--kills", 20));
        var (processes, seed) = (arguments.Number("--processes", 1), arguments.Number("--seed", 1));
        await using var postgres = await arguments.PostgresAsync();
        if (processes > 1 && postgres is null)
        {
            throw new ArgumentException("--processes is more than 1, but a SQLite record serves one process: add --postgres.");
        }

        var connection = postgres is null ? null : await postgres.NewDatabaseAsync();
        await using var model = await SlowModel.StartAsync(TimeSpan.FromMilliseconds(arguments.Number("--model-ms", 300)));
        var folder = Directory.CreateTempSubdirectory("bot-kill-").FullName;
        Console.WriteLine($"{(connection is null ? "SQLite" : "PostgreSQL")}, {processes} process(es), {questions} questions in {conversations} conversations, {kills} kills, seed {seed}");
        try
        {
            await using var hosts = await KilledHosts.StartAsync(arguments.Host, model.Endpoint, folder, connection, processes);
            var promises = new Promises(model);
            using var readers = new KillReaders(hosts, promises, seed);
            var clock = Stopwatch.StartNew();
            var asking = Enumerable.Range(0, conversations).Select(conversation => readers.AskAllAsync(conversation, questions / conversations)).ToArray();
            await KillAsync(hosts, readers, promises, kills, questions, new Random(seed), clock);
            await Task.WhenAll(asking);
            Console.WriteLine($"all answered after {clock.Elapsed.TotalSeconds:0.0} s; asked as {readers.Ways}");
            await readers.ReadAgainAsync();
            await hosts.KillAllAsync();
            await using var record = KilledRecord.Of(folder, connection);
            return Report(await record.CheckAsync(promises), promises, questions);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KillAsync(KilledHosts hosts, KillReaders readers, Promises promises, int kills, int questions, Random random, Stopwatch clock)
    {
        // While there is work: a kill after the end shows nothing.
        var admitted = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            Admit(questions * (kill + 1) / (kills + 1));
            while (promises.Acknowledged < admitted - StillToCome)
            {
                await Task.Delay(2);
            }

            await Task.Delay(random.Next(LongestPause));
            var victim = random.Next(hosts.Count);
            var (acknowledged, answered) = (promises.Acknowledged, promises.Answered);
            await hosts.KillAsync(victim);
            Console.WriteLine($"kill {kill + 1,2} of process {victim + 1} after {clock.Elapsed.TotalSeconds,6:0.000} s: {acknowledged,3} acknowledged, {acknowledged - answered,2} of them without an answer yet");
            await hosts.LaunchAsync(victim);
        }

        Admit(questions);

        void Admit(int upTo)
        {
            if (upTo > admitted)
            {
                readers.Admit(upTo - admitted);
                admitted = upTo;
            }
        }
    }

    private static int Report(IReadOnlyList<string> found, Promises promises, int questions)
    {
        string[] broken = [.. promises.Broken, .. found];
        Console.WriteLine($"acknowledged {promises.Acknowledged} of {questions}, answered {promises.Answered}, model calls {promises.ModelCalls}, broken promises {broken.Length}");
        foreach (var line in broken)
        {
            Console.WriteLine($"  {line}");
        }

        var kept = broken.Length == 0 && promises.Answered == questions;
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }

    /// <summary>What the record calls the question with a key.</summary>
    public static string EventOf(string key) => System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
