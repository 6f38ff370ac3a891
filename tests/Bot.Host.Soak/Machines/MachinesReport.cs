using System.Globalization;

namespace Bot.Host.Soak.Machines;

/// <summary>What readers of machines that came and went were told.</summary>
internal sealed class MachinesReport(MachinesRig rig, Asking asking)
{
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(10);

    /// <summary>Whether nobody waited longer than is promised where machines die.</summary>
    public bool IsSoon { get; private set; }

    /// <summary>Prints it.</summary>
    /// <param name="name">What was done, and how often.</param>
    /// <param name="load">The machine's load before.</param>
    /// <returns>Whether nothing was lost, doubled or disordered, and nobody was told an error.</returns>
    public async Task<bool> TellAsync(string name, string load)
    {
        var record = rig.SharedRecord!;
        var questions = rig.Ledger.Asked.ToArray();
        var missing = questions.Where(question => question.Answers == 0).ToArray();
        var (uncertain, taken) = (await record.UncertainAsync(), await record.TakenAsync());
        var unknown = missing.Count(question => uncertain.Contains(EventOf(question)));
        var untold = missing.Count(question => question.Way.StartsWith("Bot", StringComparison.Ordinal) && !taken.Contains(EventOf(question)));
        var (lost, doubled, disordered) = (missing.Length - unknown - untold, questions.Count(question => question.Answers > 1) + rig.Ledger.CountOf("heard an answer again"), await record.DisorderedAsync());
        var (refused, again, pause) = (questions.Count(question => question.Refusals > 0), await record.BegunAgainAsync(), rig.Ledger.LongestPause());
        double[] took = [.. questions.Where(question => question.Answers > 0).Select(question => question.Took.TotalMilliseconds).Order()];
        var away = asking.Readers.OfType<SocketReader>().Max(reader => reader.Away);
        Console.WriteLine($"{name}; {Environment.ProcessorCount} processors, {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, load {load} before, {Load()} after");
        foreach (var group in questions.GroupBy(question => question.Way).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {group.Key}: asked {group.Count()}, answered {group.Count(question => question.Answers > 0)}, twice {group.Count(question => question.Answers > 1)}, told to try again {group.Count(question => question.Refusals > 0)}, asked at another machine than listened to {group.Count(question => question.Elsewhere)}, longest wait {LongestWait(group)}");
        }

        Console.WriteLine($"  what happened on the way: {rig.Ledger.Happened}");
        Console.WriteLine($"  the record: states {await record.StatesAsync()}; begun again {again}; of unknown fate {uncertain.Count}, of them not shown {unknown}; never taken, and nobody said so {untold}");
        foreach (var error in rig.Ledger.Errors.Take(10))
        {
            Console.WriteLine($"  ERROR {error}");
        }

        foreach (var question in missing.Take(10))
        {
            Console.WriteLine($"  MISSING {question.Way}, conversation {question.Conversation}, question {question.Number}, told to try again {question.Refusals} times");
        }

        Console.WriteLine();
        Console.WriteLine("| run | asked | answered | lost | twice | conversations out of order | told to try again | unknown fate, not shown | errors | longest pause of all | longest wait of one | p50 | p99 | socket away, most |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {questions.Length:N0} | {took.Length:N0} | {lost} | {doubled} | {disordered} | {refused} | {unknown} | {rig.Ledger.Errors.Count + untold} | {pause.TotalSeconds:0.0} s | {At(took, 1) / 1000:0.0} s | {At(took, 0.5):0} ms | {At(took, 0.99):0} ms | {away.TotalSeconds:0.0} s |"));
        Console.WriteLine();
        IsSoon = pause <= Goal && took.Length > 0 && At(took, 1) <= Goal.TotalMilliseconds;
        return lost == 0 && doubled == 0 && disordered == 0 && unknown == 0 && untold == 0 && rig.Ledger.Errors.Count == 0;
    }

    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static double At(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    private static string LongestWait(IEnumerable<AskedQuestion> questions)
    {
        var slowest = questions.Where(question => question.Answers > 0).MaxBy(question => question.Took);
        return slowest is null
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{slowest.Took.TotalSeconds:0.0} s (conversation {slowest.Conversation}, question {slowest.Number}, told to try again {slowest.Refusals} times)");
    }

    private string EventOf(AskedQuestion question) => SharedRecord.EventOf($"a:{rig.Run}-{question.Conversation}", ActivityReader.IdOf(rig.Run, question));
}
