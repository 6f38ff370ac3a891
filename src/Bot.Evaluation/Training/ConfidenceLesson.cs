using Bot.Answering.Learned;
using Bot.Answering.Ranking;

namespace Bot.Evaluation.Training;

/// <summary>Whether the best sentence found for a question answers it at all.</summary>
internal static class ConfidenceLesson
{
    // The search knows no synonyms: where an article says a thing in other words, its scores are low though the words are covered. Of what was said a rule decides.
    private static readonly Signal[] Features = [.. Enum.GetValues<Signal>().Except(
        [Signal.Search, Signal.Place, Signal.SentenceMatch, Signal.WindowMatch, Signal.ParagraphMatch, Signal.HeadingMatch, Signal.TitleMatch, Signal.MatchBehind, Signal.AsksSpeech, Signal.Found])];

    /// <summary>Learns whether an article, or one of many, is about what is asked, from questions of others.</summary>
    public static ForestData About(IEnumerable<RankedExample> examples, CancellationToken cancellationToken) =>
        Train(examples, WeightOfAbout, new() { Trees = 400, Depth = 4 }, cancellationToken);

    /// <summary>Learns whether it says what is asked, from questions about what it does not say.</summary>
    public static ForestData Stated(IEnumerable<JudgedExample> examples, CancellationToken cancellationToken) =>
        Train(examples.Select(example => example.Ranked), WeightOfStated, new() { Trees = 400, Depth = 4, Rate = 0.03, Looks = 0.5 }, cancellationToken);

    public static JudgedExample JudgeAbout(RankedExample example, Forest<Signal> forest) => new(example, ChanceOf(example, forest));

    public static JudgedExample JudgeStated(JudgedExample example, Forest<Signal> forest) =>
        example with { Confidence = example.Confidence * ChanceOf(example.Ranked, forest) };

    private static double WeightOfAbout(AskedExample example) => example.Kind is not (ExampleKind.Answerable or ExampleKind.Foreign) ? 0 : example.IsOfAll ? 3 : 1;

    // What was taken out of an article is missed more easily than what it never said: with its full weight it would hide the rest.
    private static double WeightOfStated(AskedExample example) => example.IsOfAll || example.IsTyped ? 0 : example.Kind switch
    {
        ExampleKind.Answerable or ExampleKind.NotStated => 1,
        ExampleKind.Withheld => 0.03,
        _ => 0,
    };

    private static ForestData Train(IEnumerable<RankedExample> examples, Func<AskedExample, double> weightOf, ForestTrainer trainer, CancellationToken cancellationToken)
    {
        var taught = examples.Where(example => !example.Ordered.IsEmpty && weightOf(example.Example) > 0).ToArray();
        var objective = new EachAlone([.. taught.Select(each => each.Example.Kind == ExampleKind.Answerable)], [.. taught.Select(each => weightOf(each.Example))]);
        return trainer.Train(Vectors.Of(taught.Select(each => each.Ordered[0].Signals), Features), Vectors.Names(Features), objective, cancellationToken);
    }

    private static double ChanceOf(RankedExample example, Forest<Signal> forest) =>
        example.Ordered.IsEmpty ? 0 : forest.Chance(example.Ordered[0].Signals.Vector);
}

/// <summary>A ranked example with how likely it is that its best sentence answers.</summary>
internal sealed record JudgedExample(RankedExample Ranked, double Confidence) : IFolded
{
    public int Fold => Ranked.Fold;
}
