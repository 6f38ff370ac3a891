using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Bot.Answering.Checking;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>The claim check of one sentence against its passage and the two beside it, beside Lucene's analysis of the sentence alone.</summary>
[Config(typeof(ShortJob))]
public class ClaimCheckBenchmarks
{
    private const int Articles = 50;

    private (string Sentence, ImmutableArray<Passage> Passages, PassageCheck Read)[] _claims = [];
    private int _next;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        await using var library = await Library.OpenAsync(Articles);
        _claims =
        [
            .. library.Snapshot.Articles.Values.SelectMany(article => article.Passages.Skip(1).SkipLast(1).Select((passage, at) =>
            {
                ImmutableArray<Passage> passages = [passage, article.Passages[at], article.Passages[at + 2]];
                return (passage.Sentence(at % passage.Sentences.Length), passages, new PassageCheck(passages));
            })),
        ];
        foreach (var (sentence, _, read) in _claims)
        {
            read.Fault(sentence);
        }
    }

    [Benchmark(Baseline = true, Description = "Lucene's analysis of the sentence")]
    public int Bare() => TextAnalysis.Terms(Next().Sentence, "en").Length;

    [Benchmark(Description = "claim check of a sentence, passages read before")]
    public string? Check()
    {
        var (sentence, _, read) = Next();
        return read.Fault(sentence);
    }

    [Benchmark(Description = "claim check of a sentence, with the reading of its passages")]
    public string? CheckFirst()
    {
        var (sentence, passages, _) = Next();
        return new PassageCheck(passages).Fault(sentence);
    }

    private (string Sentence, ImmutableArray<Passage> Passages, PassageCheck Read) Next() => _claims[_next++ % _claims.Length];
}
