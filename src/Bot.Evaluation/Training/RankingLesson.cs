using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Answering.Ranking;

namespace Bot.Evaluation.Training;

/// <summary>Which of the sentences found for a question answers it.</summary>
internal static class RankingLesson
{
    // What is known only of ranked sentences, or is the same for all that were found.
    private static readonly Signal[] Features = [.. Enum.GetValues<Signal>().Where(signal => signal < Signal.Reach)];

    public static ForestData Train(IEnumerable<AskedExample> examples, CancellationToken cancellationToken)
    {
        var taught = examples.Where(example => example is { Kind: ExampleKind.Answerable, TeachesRanking: true } && example.Sentences.Any(sentence => sentence.Right)).ToArray();
        var sentences = taught.SelectMany(example => example.Sentences).ToArray();
        var ends = new int[taught.Length + 1];
        for (var at = 0; at < taught.Length; at++)
        {
            ends[at + 1] = ends[at] + taught[at].Sentences.Length;
        }

        var objective = new OneOfEach(ends, [.. sentences.Select(sentence => sentence.Right ? 1.0 : 0)], [.. sentences.Select(sentence => sentence.Right || !sentence.Holds)]);
        return new ForestTrainer { Trees = 300, Depth = 4, Rate = 0.05, LeastInLeaf = 20 }.Train(Vectors.Of(sentences.Select(sentence => sentence.Signals), Features), Vectors.Names(Features), objective, cancellationToken);
    }

    public static RankedExample Rank(AskedExample example, Forest<Signal> forest)
    {
        var ordered = example.Sentences.Select(sentence => (Sentence: sentence, Score: forest.Score(sentence.Signals.Vector))).OrderByDescending(each => each.Score).ToImmutableArray();
        if (!ordered.IsEmpty)
        {
            SentenceRanker.Compare([.. ordered.Select(each => each.Sentence.Signals)], [.. ordered.Select(each => each.Score)]);
        }

        return new(example, [.. ordered.Select(each => each.Sentence)]);
    }
}

/// <summary>An example whose sentences are ranked, best first.</summary>
internal sealed record RankedExample(AskedExample Example, ImmutableArray<ExampleSentence> Ordered) : IFolded
{
    public int Fold => Example.Fold;
}

/// <summary>What is held back with a fold.</summary>
internal interface IFolded
{
    int Fold { get; }
}
