using System.Collections.Concurrent;
using System.Globalization;
using Bot.Host.Soak.Machines;

namespace Bot.Host.Soak.Lasting;

/// <summary>What a long load showed, minute by minute and in the end.</summary>
internal sealed class SoakReport
{
    private const double WarmUp = 10;
    private const double MostWarmUp = 1.0 / 3;
    private const double FewHandles = 10;
    private const double FewMegabytes = 5;

    private readonly Ledger _ledger;
    private readonly DiscordReader[] _onDiscord;
    private ConcurrentBag<double> _minute = [];

    public SoakReport(Ledger ledger, DiscordReader[] onDiscord)
    {
        (_ledger, _onDiscord) = (ledger, onDiscord);
        ledger.OnAnswered = question => _minute.Add(question.Took.TotalMilliseconds);
        Console.WriteLine("| minute | answered | waiting | told to try again | errors | p50 | p99 | working set | heap after its collection | handles | threads | collections | load |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    /// <summary>How many minutes were told.</summary>
    public int Minutes { get; private set; }

    public void TellMinute(HostState state)
    {
        Minutes++;
        double[] took = [.. Interlocked.Exchange(ref _minute, []).Order()];
        var refused = _ledger.Asked.Sum(question => question.Refusals);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Minutes} | {took.Length} | {_ledger.UnderWay().Length} | {refused} | {_ledger.Errors.Count} | {MachinesReport.At(took, 0.5):0} ms | {MachinesReport.At(took, 0.99):0} ms | {state.WorkingSet:0} MB | {state.Heap:0.0} MB | {state.Handles} | {state.Threads} | {state.Collections} | {MachinesReport.Load()} |"));
    }

    /// <summary>Prints the end of it.</summary>
    /// <returns>Whether nothing failed and all stayed flat.</returns>
    public bool Tell(List<HostState> states, string name)
    {
        var questions = _ledger.Asked.ToArray();
        var lost = questions.Count(question => question.Answers == 0);
        var doubled = questions.Count(question => question.Answers > 1) + _onDiscord.Sum(reader => reader.Doubled) + _ledger.CountOf("heard an answer again");
        Console.WriteLine();
        Console.WriteLine($"{name}; {Environment.ProcessorCount} processors, {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, load {MachinesReport.Load()} at the end");
        foreach (var group in questions.GroupBy(question => question.Way).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            double[] took = [.. group.Where(question => question.Answers > 0).Select(question => question.Took.TotalMilliseconds).Order()];
            Console.WriteLine($"  {group.Key}: asked {group.Count()}, answered {took.Length}, told to try again {group.Count(question => question.Refusals > 0)}; p50 {MachinesReport.At(took, 0.5):0} ms, p99 {MachinesReport.At(took, 0.99):0} ms");
        }

        Console.WriteLine($"asked {questions.Length:N0}, lost {lost}, twice {doubled}, told to try again {questions.Count(question => question.Refusals > 0)}, errors {_ledger.Errors.Count}; on the way: {_ledger.Happened}");
        foreach (var error in _ledger.Errors.Take(10))
        {
            Console.WriteLine($"  ERROR {error}");
        }

        return TellTrends(states) && lost == 0 && doubled == 0 && _ledger.Errors.Count == 0;
    }

    private static bool TellTrends(List<HostState> states)
    {
        var after = Math.Min(WarmUp, states[^1].Minute * MostWarmUp);
        var judged = states.Where(state => state.Minute >= after).ToArray();
        Console.WriteLine($"judged from minute {after:0.0} on, {judged.Length} looks:");
        Trend?[] trends =
        [
            Trend.Of("working set, MB", [.. judged.Select(state => (state.Minute, state.WorkingSet))], FewMegabytes),
            Trend.Of("heap after its collection, MB", [.. judged.Select(state => (state.Minute, state.Heap))], FewMegabytes),
            Trend.Of("handles", [.. judged.Select(state => (state.Minute, (double)state.Handles))], FewHandles),
            Trend.Of("threads", [.. judged.Select(state => (state.Minute, (double)state.Threads))], FewHandles),
        ];
        foreach (var trend in trends)
        {
            Console.WriteLine($"  {trend?.ToString() ?? "too few looks to tell"}");
        }

        return trends.All(trend => trend is { IsFlat: true });
    }
}
