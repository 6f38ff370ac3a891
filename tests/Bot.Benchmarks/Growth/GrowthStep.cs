using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Benchmarks.Commands;
using Bot.Benchmarks.Data;

namespace Bot.Benchmarks.Growth;

/// <summary>What one start over one folder showed.</summary>
/// <param name="OpenMs">Until the first question can be asked.</param>
/// <param name="OpenCpuMs">The processor time of it: on a busy machine the truer figure.</param>
/// <param name="HeapMb">What is reachable at rest.</param>
/// <param name="ResidentMb">What the operating system counts at rest, the mapped index with it.</param>
/// <param name="PeakMb">The most it counted until then.</param>
/// <param name="MedianMs">A question.</param>
/// <param name="P99Ms">One of the slowest questions.</param>
/// <param name="EachCpuMs">The processor time of a question, on average.</param>
/// <param name="MistypedMs">The first question with a typing error.</param>
/// <param name="Answered">How many questions had an answer.</param>
/// <param name="AfterMb">The reachable memory when all was asked.</param>
/// <param name="KbEach">What a question allocates.</param>
/// <param name="Collections">How often memory was collected meanwhile, by generation.</param>
/// <param name="PauseMs">How long all questions together waited for it.</param>
/// <param name="Answers">A hash of all answers: two starts over the same articles answer the same.</param>
internal sealed record GrowthRow(
    double OpenMs, double OpenCpuMs, double HeapMb, double ResidentMb, double PeakMb, double MedianMs, double P99Ms, double EachCpuMs, double MistypedMs, int Answered, double AfterMb, double KbEach,
    string Collections, double PauseMs, string Answers);

/// <summary>One start, in a process of its own: what another one left in memory would be counted with it.</summary>
internal static class GrowthStep
{
    private const int WarmUp = 100;
    private const int FewArticles = 50;
    private const int FewStarts = 10;
    private const int Megabyte = 1024 * 1024;

    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (count, questions) = (arguments.Number("--articles", 0), arguments.Number("--questions", 300));
        await WarmUpAsync();
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await using var served = new ServedArticles(arguments.Text("--knowledge")!, arguments.Text("--index"));
        await served.Knowledge.OpenAsync(watch: false, CancellationToken.None);
        var (open, processor) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used);
        var (resident, peak) = Resident();
        var heap = Reachable();
        var (times, answered, answers) = (new Times(), 0, new StringBuilder());
        for (var at = 0; at < WarmUp; at++)
        {
            await served.AskAsync(MadeUpNews.Question(Spread(at, WarmUp, count)));
        }

        used = Environment.CpuUsage.TotalTime;
        var (allocated, collected, paused) = (GC.GetTotalAllocatedBytes(), Collected(), GC.GetTotalPauseDuration());
        for (var at = 0; at < questions; at++)
        {
            await times.MeasureAsync(async () =>
            {
                var answer = await served.AskAsync(MadeUpNews.Question(Spread((at * 7) + 3, questions * 7, count)));
                answered += answer.Citations.Length > 0 ? 1 : 0;
                answers.AppendJoin('\n', answer.Text, string.Join(' ', answer.Citations.Select(citation => $"{citation.Passage}{citation.Span}")), "");
            });
        }

        var eachProcessor = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / questions;
        var each = (double)(GC.GetTotalAllocatedBytes() - allocated) / questions;
        var collections = string.Join('/', Collected().Select((count, generation) => count - collected[generation]));
        var pause = (GC.GetTotalPauseDuration() - paused).TotalMilliseconds;
        var mistyped = new Times();
        await mistyped.MeasureAsync(() => served.AskAsync("Who is the mayr of Barabrigde and its harbuor?"));
        var after = Reachable();
        Console.WriteLine(JsonSerializer.Serialize(new GrowthRow(
            open.TotalMilliseconds, processor.TotalMilliseconds, heap, resident, peak, times.Median, times.P99, eachProcessor, mistyped.Median, answered, after, each / 1024, collections, pause,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers.ToString())))[..12])));
        return 0;
    }

    // A first start and restarts over a few articles, until what they run is compiled for good: that would be most of what a restart over many
    // takes, and a published host's code is compiled already.
    private static async Task WarmUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-growth-").FullName;
        ArticleFolder.Write(Path.Combine(folder, "articles"), FewArticles, paragraphs: 10);
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < FewStarts || Stopwatch.GetElapsedTime(start) < LeastWarmUp; time++)
        {
            await using var served = new ServedArticles(Path.Combine(folder, "articles"), Path.Combine(folder, "index"));
            await served.Knowledge.OpenAsync(watch: false, CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    // A collection of an older generation counts among the younger ones' too.
    private static int[] Collected() => [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)];

    private static int Spread(int at, int of, int count) => (int)((long)at * count / of);

    private static double Reachable() => (double)GC.GetTotalMemory(forceFullCollection: true) / Megabyte;

    private static (double Now, double Most) Resident()
    {
        var lines = File.ReadAllLines("/proc/self/status");
        return (Of("VmRSS:"), Of("VmHWM:"));

        double Of(string name) => double.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), null) / 1024;
    }
}
