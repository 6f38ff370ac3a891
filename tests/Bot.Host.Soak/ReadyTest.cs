using Bot.Benchmarks.Data;

namespace Bot.Host.Soak;

/// <summary>How soon the host is ready, and its memory at rest: with a new record each time, over the shipped articles or over many made-up ones.</summary>
internal static class ReadyTest
{
    private const int Paragraphs = 10;

    // After a start the articles are compared with the record, and memory that was needed once is let go.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (slowest, articles) = (TimeSpan.Zero, arguments.Number("--articles", 0));
        var folder = Directory.CreateTempSubdirectory("bot-ready-").FullName;
        List<(string, string)> settings = arguments.Has("--index") ? [("Knowledge__IndexFolder", Path.Combine(folder, "index"))] : [];
        if (articles > 0)
        {
            ArticleFolder.Write(Path.Combine(folder, "articles"), articles, Paragraphs);
            settings.AddRange([("Knowledge__Path", Path.Combine(folder, "articles")), ("Knowledge__MaxArticles", "1000000")]);
        }

        for (var time = 0; time < arguments.Number("--times", 5); time++)
        {
            await using var host = await SoakHost.StartAsync(arguments.Host, model: null, more: settings);
            var ready = host.Memory.Now;
            await Task.Delay(articles > 0 ? Rest : TimeSpan.Zero);
            Console.WriteLine($"ready after {host.ReadyAfter.TotalMilliseconds:0} ms, {ready} MB; at rest {host.Memory.Now} MB, at most {host.Memory.Most} MB");
            slowest = host.ReadyAfter > slowest ? host.ReadyAfter : slowest;
        }

        Directory.Delete(folder, recursive: true);
        return slowest < TimeSpan.FromSeconds(2) ? 0 : 1;
    }
}
