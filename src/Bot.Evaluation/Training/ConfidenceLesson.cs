using Bot.Answering.Learned;
using Bot.Answering.Ranking;

namespace Bot.Evaluation.Training;

/// <summary>Whether the best sentence found for a question answers it at all.</summary>
internal static class ConfidenceLesson
{
    // The search knows no synonyms: where an article says a thing in other words, its scores are low though the words are covered.
    private static readonly Signal[] Features = [.. Enum.GetValues<Signal>().Except(
        [Signal.Search, Signal.Place, Signal.SentenceMatch, Signal.WindowMatch, Signal.ParagraphMatch, Signal.HeadingMatch, Signal.TitleMatch, Signal.MatchBehind])];

    public static ForestData Train(IEnumerable<RankedExample> examples, CancellationToken cancellationToken)
    {
        var taught = examples.Where(example => !example.Ordered.IsEmpty).ToArray();
        var objective = new EachAlone([.. taught.Select(each => each.Example.Kind == ExampleKind.Answerable)], [.. taught.Select(each => WeightOf(each.Example.Kind))]);
        var trainer = new ForestTrainer { Trees = 150, Depth = 3 };
        return trainer.Train(Vectors.Of(taught.Select(each => each.Ordered[0].Signals), Features), Vectors.Names(Features), objective, cancellationToken);
    }

    public static JudgedExample Judge(RankedExample example, Forest<Signal> forest) =>
        new(example, example.Ordered.IsEmpty ? 0 : 1 / (1 + Math.Exp(-forest.Score(example.Ordered[0].Signals.Vector))));

    // What the article is about and does not say is hard to tell from what it says: with its full weight it would have easy questions refused.
    private static double WeightOf(ExampleKind kind) => kind == ExampleKind.Withheld ? 0.2 : 1;
}

/// <summary>A ranked example with how likely it is that its best sentence answers.</summary>
internal sealed record JudgedExample(RankedExample Ranked, double Confidence) : IFolded
{
    public int Fold => Ranked.Fold;
}
