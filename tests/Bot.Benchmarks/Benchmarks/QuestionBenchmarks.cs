using BenchmarkDotNet.Attributes;
using Bot.Answering.Answers;
using Bot.Benchmarks.Data;
using Bot.Knowledge.Search;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>A search, and an answer without a model, beside one bare Lucene search of the same words, over 1,000 articles.</summary>
[Config(typeof(ShortJob))]
public class QuestionBenchmarks
{
    private Library? _library;
    private int _number;

    [GlobalSetup]
    public async Task SetUpAsync() => _library = await Library.OpenAsync();

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _library!.DisposeAsync();

    [Benchmark(Baseline = true, Description = "one bare Lucene search")]
    public int Bare() => _library!.Bare.Find(Next());

    [Benchmark(Description = "search")]
    public int Search() => _library!.Snapshot.Search(new PassageQuery(Next()), CancellationToken.None).Length;

    [Benchmark(Description = "answer without a model")]
    public Task<Answer> AnswerAsync() => _library!.Served.AskAsync(Next());

    private string Next() => MadeUpNews.Question(_number++ * 37 % Library.Articles);
}
