using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Soak;

/// <summary>
/// What it costs to be watched. Three hosts stand side by side, watched by nobody, by Prometheus, and by a collector too; they are asked the same
/// questions in turns, so that what else the machine does meets all of them.
/// </summary>
internal static class WatchedTest
{
    private const int Rounds = 5;
    private const int Questions = 300;
    private const int SideBySide = 8;
    private const string Question = "How long is Line 1?";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (rounds, questions, together) = (arguments.Number("--rounds", Rounds), arguments.Number("--questions", Questions), arguments.Number("--side-by-side", SideBySide));
        await using var collector = await CollectorAsync();
        var watched = new Watched[]
        {
            new("nobody (the baseline)", await StartAsync(arguments)),
            new("Prometheus, scraped each second", await StartAsync(arguments, ("Telemetry__Prometheus", "true"))),
            new("Prometheus and a collector, all traced", await StartAsync(arguments, ("Telemetry__Prometheus", "true"), ("Telemetry__Otlp", collector.Urls.Single()), ("Telemetry__ExportEvery", "00:00:05"))),
        };
        foreach (var host in watched)
        {
            await host.AskAsync(questions, together, "warm-up");
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var host in watched.Select((_, at) => watched[(at + round) % watched.Length]))
            {
                host.Took.Add(await host.AskAsync(questions, together, $"{round}"));
            }
        }

        Tell(watched, rounds, questions, together);
        foreach (var host in watched)
        {
            await host.Host.DisposeAsync();
        }

        return 0;
    }

    private static Task<SoakHost> StartAsync(Arguments arguments, params (string, string)[] more) => SoakHost.StartAsync(arguments.Host, model: null, more: more);

    private static void Tell(Watched[] all, int rounds, int questions, int together)
    {
        var baseline = all[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}, {Environment.ProcessorCount} processors, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {rounds} rounds of {questions} questions to /api/ask without a model, {together} side by side, in turns\n"));
        Console.WriteLine("| watched by | median of a question | p99 | to the baseline | processor time a question | to the baseline | ready after | memory |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var host in all)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {host.By} | {host.Median:0.00} ms | {host.Quantile(0.99):0.00} ms | {host.Median / baseline.Median:0.00}× | {host.ProcessorTime:0.00} ms | {host.ProcessorTime / baseline.ProcessorTime:0.00}× | {host.Host.ReadyAfter.TotalMilliseconds:0} ms | {host.Host.Memory.Now} MB |"));
        }
    }

    private static async Task<WebApplication> CollectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(context => context.Request.Body.CopyToAsync(Stream.Null));
        await collector.StartAsync();
        return collector;
    }

    private sealed record Watched(string By, SoakHost Host)
    {
        private readonly List<double> _milliseconds = [];
        private readonly Lock _lock = new();

        public List<(TimeSpan Processor, int Questions)> Took { get; } = [];

        public double Median => Quantile(0.5);

        public double ProcessorTime => Took.Sum(took => took.Processor.TotalMilliseconds) / Took.Sum(took => took.Questions);

        public double Quantile(double share)
        {
            var sorted = _milliseconds.Order().ToList();
            return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
        }

        public async Task<(TimeSpan Processor, int Questions)> AskAsync(int questions, int together, string round)
        {
            var before = Host.Processor;
            using var over = new CancellationTokenSource();
            var scraping = ScrapeAsync(over.Token);
            await Parallel.ForAsync(0, questions, new ParallelOptions { MaxDegreeOfParallelism = together }, async (number, _) =>
            {
                var started = Stopwatch.GetTimestamp();
                var (status, body) = await Host.AskAsync(Question, $"{round}-{number}-{By.Length}-watched");
                if (status != 200)
                {
                    throw new InvalidOperationException($"A question was answered with {status}: {body}");
                }

                lock (_lock)
                {
                    if (round != "warm-up")
                    {
                        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                }
            });
            await over.CancelAsync();
            await scraping;
            return (Host.Processor - before, questions);
        }

        private async Task ScrapeAsync(CancellationToken cancellationToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            try
            {
                do
                {
                    using var page = await Host.Client.GetAsync("/metrics", cancellationToken);
                }
                while (await timer.WaitForNextTickAsync(cancellationToken));
            }
            catch (OperationCanceledException)
            {
                // Enough.
            }
        }
    }
}
