using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Bot.Benchmarks.Growth;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>Splitting and indexing in memory, beside Lucene.Net over text that is split already.</summary>
[Config(typeof(ShortJob))]
public class IndexingBenchmarks
{
    private const int Articles = 200;

    private Article[] _articles = [];
    private BareIndex.Row[][] _rows = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        await using var library = await Library.OpenAsync(Articles);
        _articles = [.. library.Snapshot.Articles.Values.Select(article => article.Article)];
        _rows = [.. library.Snapshot.Articles.Values.Select(article => BareIndex.Rows(article.Passages))];
    }

    [Benchmark(Baseline = true, Description = "bare Lucene.Net, all scored fields")]
    public void Bare() => Add(everything: true);

    [Benchmark(Description = "bare Lucene.Net, Bot's own fields")]
    public void Few() => Add(everything: false);

    [Benchmark(Description = "splitting alone")]
    public int Split() => _articles.Sum(article => PassageSplitter.Split(article).Length);

    [Benchmark(Description = "splitting and indexing")]
    public void Bot()
    {
        using var index = new PassageIndex();
        var sentences = new IndexedSentences[_articles.Length];
        Parallel.For(0, _articles.Length, at => sentences[at] = index.Add(_articles[at], PassageSplitter.Split(_articles[at])));
        index.View(sentences.ToImmutableArray()).Release();
    }

    private void Add(bool everything)
    {
        using var index = new BareIndex(path: null);
        index.Add(_rows, everything);
    }
}
