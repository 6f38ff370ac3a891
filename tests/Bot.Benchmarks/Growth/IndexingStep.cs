using System.Diagnostics;
using System.Text.Json;
using Bot.Benchmarks.Commands;
using Bot.Benchmarks.Data;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Benchmarks.Growth;

/// <summary>Indexing side by side, from articles that are read already until they are safe on the disk and can be searched.</summary>
/// <param name="Passages">How many passages there are.</param>
/// <param name="BotMs">Bot: splitting, analysing and indexing, with the articles themselves kept.</param>
/// <param name="BareMs">Lucene.Net over text split before, with a field for each that is scored: sentence, window, paragraph, heading, title.</param>
/// <param name="FewMs">The same with the fields that Bot's own index has: sentence, heading, title.</param>
/// <param name="SearchMs">One bare search, median.</param>
internal sealed record IndexingRow(int Passages, double BotMs, double BareMs, double FewMs, double SearchMs);

/// <summary>Measures it, several times in turn; the middle one counts.</summary>
internal static class IndexingStep
{
    private const int Searches = 300;

    // Until all that is measured is compiled for good, as a published host's code is.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static int Run(Arguments arguments)
    {
        var options = Options.Create(new KnowledgeOptions { MaxArticles = 1_000_000 });
        var articles = new ArticleReader(options, LanguageGuess.Of).ReadAll(arguments.Text("--knowledge")!, CancellationToken.None).Articles.Values.ToArray();
        var split = articles.Select(article => PassageSplitter.Split(article)).ToArray();
        var rows = split.Select(passages => BareIndex.Rows(passages)).ToArray();
        var (bot, bare, few, search) = (new Times(), new Times(), new Times(), new Times());
        var folder = Directory.CreateTempSubdirectory("bot-indexing-").FullName;
        try
        {
            var start = Stopwatch.GetTimestamp();
            for (var time = 0; time < 2 || Stopwatch.GetElapsedTime(start) < WarmUp; time++)
            {
                Turn(new(), new(), new(), new());
            }

            for (var time = 0; time < arguments.Number("--times", 3); time++)
            {
                Turn(bot, bare, few, search);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(JsonSerializer.Serialize(new IndexingRow(split.Sum(passages => passages.Length), bot.Median, bare.Median, few.Median, search.Median)));
        return 0;

        void Turn(Times bot, Times bare, Times few, Times search)
        {
            Measure(bot, path => Index(path, articles));
            Measure(bare, path => Index(path, rows, everything: true, new()));
            Measure(few, path => Index(path, rows, everything: false, search));
        }

        void Measure(Times times, Action<string> index)
        {
            var path = Path.Combine(folder, Path.GetRandomFileName());
            GC.Collect();
            times.Measure(() => index(path));
            Directory.Delete(path, recursive: true);
        }
    }

    private static void Index(string path, Article[] articles)
    {
        using var index = PassageIndex.Open(IndexSlot.Take(path, TimeProvider.System.GetUtcNow()));
        var sentences = new IndexedSentences[articles.Length];
        Parallel.For(0, articles.Length, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
            sentences[at] = index.Add(new IndexedArticle(articles[at], PassageSplitter.Split(articles[at])), new KeptPlace(articles[at].Slug, 0, 1)));
        index.View(sentences).Release();
        index.Keep(sentences);
    }

    private static void Index(string path, BareIndex.Row[][] rows, bool everything, Times searches)
    {
        using var index = new BareIndex(path);
        index.Add(rows, everything);
        for (var at = 0; at < Searches; at++)
        {
            searches.Measure(() => index.Find(MadeUpNews.Question(at * rows.Length / Searches)));
        }
    }
}
