using System.Diagnostics;

namespace Bot.Host.Soak.Machines;

/// <summary>A rolling restart under load: one machine after the other is stopped as systemd stops it, drains, and is started again before the next one's turn.</summary>
internal static class RollingTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (processes, rate, rounds) = (arguments.Number("--processes", 2), arguments.Number("--rate", 50), arguments.Number("--rounds", 3));
        var within = TimeSpan.FromSeconds(arguments.Number("--stop-within", 30));
        await using var rig = await MachinesRig.StartAsync(arguments, processes);
        await using var asking = await rig.ComeAsync(arguments.Number("--conversations", 120));
        var load = MachinesReport.Load();
        using var enough = new CancellationTokenSource();
        var all = asking.AskAsync(rate, enough.Token);
        var kept = true;
        for (var round = 1; round <= rounds; round++)
        {
            for (var machine = 0; machine < processes; machine++)
            {
                await Task.Delay(Between);
                kept &= await RestartAsync(rig, round, machine, within);
            }
        }

        await Task.Delay(Between);
        await enough.CancelAsync();
        await all;
        await asking.SettleAsync(Patience);
        kept &= await new MachinesReport(rig, asking).TellAsync($"{processes} machines, each restarted {rounds} times, {rate} questions a second", load);
        var broken = rig.Ledger.CountOf("broken off: api/ask, JSON") + rig.Ledger.CountOf("broken off: api/ask, events");
        Console.WriteLine($"requests to /api/ask that ended without a response: {broken}");
        kept &= broken == 0;
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }

    private static async Task<bool> RestartAsync(MachinesRig rig, int round, int machine, TimeSpan within)
    {
        var underWay = rig.Ledger.UnderWay().Length;
        var (took, code) = await rig.Hosts.TerminateAsync(machine);
        var clock = Stopwatch.StartNew();
        await rig.Hosts.LaunchAsync(machine);
        Console.WriteLine($"round {round}, machine {machine + 1}: {underWay} under way, ended with {code} after {took.TotalSeconds:0.0} s, ready again after {clock.Elapsed.TotalSeconds:0.0} s");
        return code == 0 && took <= within;
    }
}
