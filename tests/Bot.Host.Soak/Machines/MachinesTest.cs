using System.Diagnostics;

namespace Bot.Host.Soak.Machines;

/// <summary>Machines that share a PostgreSQL; one after the other is killed with SIGKILL at random moments and started again, while readers of every kind ask.</summary>
internal static class MachinesTest
{
    private const int LongestPause = 4_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (processes, rate, kills, seed) = (arguments.Number("--processes", 2), arguments.Number("--rate", 50), arguments.Number("--kills", 10), arguments.Number("--seed", 1));
        await using var rig = await MachinesRig.StartAsync(arguments, processes);
        await using var asking = await rig.ComeAsync(arguments.Number("--conversations", 120));
        var load = MachinesReport.Load();
        using var enough = new CancellationTokenSource();
        var all = asking.AskAsync(rate, enough.Token);
        await Task.Delay(Before);
        List<double> settled = [];
        var random = new Random(seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(LongestPause));
            settled.Add(await KillAsync(rig, kill, random.Next(processes)));
        }

        await enough.CancelAsync();
        await all;
        await asking.SettleAsync(Patience);
        settled.Sort();
        var report = new MachinesReport(rig, asking);
        var kept = await report.TellAsync($"{processes} machines, {kills} x SIGKILL, {rate} questions a second, seed {seed}", load);
        Console.WriteLine($"what was under way at a kill was all answered after {MachinesReport.At([.. settled], 0.5):0.0} s in the median, {MachinesReport.At([.. settled], 1):0.0} s at most");
        Console.WriteLine(kept ? report.IsSoon ? "kept" : "kept, but somebody waited longer than 10 s" : "BROKEN");
        return kept && report.IsSoon ? 0 : 1;
    }

    private static async Task<double> KillAsync(MachinesRig rig, int number, int victim)
    {
        var underWay = rig.Ledger.UnderWay();
        var clock = Stopwatch.StartNew();
        await rig.Hosts.KillAsync(victim);
        var settled = SettledAsync(underWay, clock);
        await rig.Hosts.LaunchAsync(victim);
        var ready = clock.Elapsed;
        var took = await settled;
        Console.WriteLine($"kill {number,2} of machine {victim + 1}: {underWay.Length,3} under way, all answered after {took.TotalSeconds,5:0.00} s; ready again after {ready.TotalSeconds:0.0} s");
        return took.TotalSeconds;
    }

    private static async Task<TimeSpan> SettledAsync(AskedQuestion[] questions, Stopwatch clock)
    {
        Task all = Task.WhenAll(questions.Select(question => question.Settled)).WaitAsync(Patience);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return clock.Elapsed;
    }
}
