using System.Diagnostics;
using Bot.Host.Soak.Machines;

namespace Bot.Host.Soak.Lasting;

/// <summary>Every kind of reader asks one host for long: nothing may fail, and what the host holds stays flat.</summary>
internal static class SoakTest
{
    private const int Conversations = 54;
    private const int OnDiscord = 6;
    private const int MostOnDiscord = 4_900;

    // Half an hour is looked at each ten seconds.
    private const int Looks = 180;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (minutes, rate) = (arguments.Number("--minutes", 30), arguments.Number("--rate", 20));
        var discordQuestions = minutes * 60 * rate * OnDiscord / (Conversations + OnDiscord);
        if (discordQuestions > MostOnDiscord)
        {
            throw new ArgumentException($"--minutes {minutes} and --rate {rate} would ask {discordQuestions:N0} questions on Discord, whose stage has {MostOnDiscord:N0} threads: lower one of them.");
        }

        var file = Path.Combine(Path.GetTempPath(), $"bot-soak-{Guid.NewGuid():N}");
        await using var stage = await DiscordStage.StartAsync();
        stage.Discord.ChecksContract = false;
        (string, string)[] watched = [("DOTNET_STARTUP_HOOKS", typeof(SoakTest).Assembly.Location), (StartupHook.FileVariable, file)];
        await using var rig = await MachinesRig.StartAloneAsync(arguments, [.. stage.Settings, .. watched]);
        DiscordReader[] onDiscord = [.. Enumerable.Range(0, OnDiscord).Select(_ => new DiscordReader(stage, rig.Ledger))];
        await using var asking = await rig.ComeAsync(Conversations, onDiscord);
        var report = new SoakReport(rig.Ledger, onDiscord);
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var all = asking.AskAsync(rate, enough.Token);
        var states = await LookAsync(rig, file, report, TimeSpan.FromMinutes(minutes) / Looks, enough.Token);
        await all;
        await asking.SettleAsync(Patience);
        File.Delete(file);
        var kept = report.Tell(states, $"{(arguments.Has("--postgres") ? "PostgreSQL" : "SQLite")}, {minutes} minutes at {rate} questions a second");
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }

    private static async Task<List<HostState>> LookAsync(MachinesRig rig, string file, SoakReport report, TimeSpan every, CancellationToken enough)
    {
        List<HostState> states = [];
        var (clock, process) = (Stopwatch.StartNew(), rig.Hosts.ProcessOf(0));
        using var timer = new PeriodicTimer(every);
        while (!enough.IsCancellationRequested)
        {
            states.Add(HostState.Of(process, file, clock.Elapsed.TotalMinutes));
            if ((int)states[^1].Minute > report.Minutes)
            {
                report.TellMinute(states[^1]);
            }

            try
            {
                await timer.WaitForNextTickAsync(enough);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return states;
    }
}
