using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Evaluation.Scoring;

namespace Bot.Evaluation.Training;

/// <summary>Which words of the sentence that answers a question do so in short.</summary>
internal static class SpanLesson
{
    private const int EveryOther = 2;
    private const double Nearly = 0.8;
    private const double InPart = 0.6;

    private static readonly SpanFeature[] Features = Enum.GetValues<SpanFeature>();

    public static ForestData Train(IEnumerable<JudgedExample> examples, CancellationToken cancellationToken)
    {
        var taught = examples.Where(each => each.Ranked.Example is { Kind: ExampleKind.Answerable, IsOfAll: false, IsTyped: false })
            .Select(each => Candidates(each.Ranked.Example)).Where(spans => spans.Any(span => span.Right == 1)).ToArray();
        var ends = new int[taught.Length + 1];
        for (var at = 0; at < taught.Length; at++)
        {
            ends[at + 1] = ends[at] + taught[at].Length;
        }

        var all = taught.SelectMany(spans => spans).ToArray();
        var objective = new OneOfEach(ends, [.. all.Select(span => span.Right)], [.. all.Select(_ => true)]);
        var rows = new Rows([.. all.SelectMany(span => span.Features.Select(value => (float)value))], Features.Length);
        return new ForestTrainer { Trees = 400, Depth = 6, Looks = 0.3 }.Train(rows, [.. Features.Select(feature => feature.ToString())], objective, cancellationToken);
    }

    /// <summary>What is picked of the sentence that ranks best.</summary>
    public static SpannedExample Pick(JudgedExample judged, Forest<SpanFeature> forest)
    {
        var example = judged.Ranked.Example;
        if (example.Kind != ExampleKind.Answerable || example.Answers.Length == 0 || judged.Ranked.Ordered is not [var lead, ..]
            || PickedSpan.In(example.Read, lead.Hit, Words(lead), Facts(lead), forest) is not { } picked)
        {
            return new(judged, 0, 0);
        }

        var words = ScoredWords.Of(picked.Span.In(lead.Hit.Text), example.Read.Language);
        return new(judged, picked.Chance * lead.Signals[Signal.Chance], example.Answers.Max(answer => ScoredWords.F1(words, answer)))
        {
            Exact = example.Answers.Any(answer => answer.SequenceEqual(words)),
        };
    }

    private static (double Right, double[] Features)[] Candidates(AskedExample example) =>
        example.Answers.Length > 0 && example.Sentences.FirstOrDefault(sentence => sentence.Right) is { } right && PickedSpan.IsAskedFor(example.Read)
        ? [.. new SpanReader(example.Read, right.Hit, Words(right), Facts(right)).Read().Select((span, at) => (span.Span, span.Features, At: at))
            .Select(span => (Right: RightnessOf(ScoredWords.Of(span.Span.In(right.Hit.Text), example.Read.Language), example.Answers), span.Features, span.At))
            .Where(span => span.Right > 0 || span.At % EveryOther == 0).Select(span => (span.Right, span.Features))]
        : [];

    // What differs from an answer by a word or so is not wrong as the rest is.
    private static double RightnessOf(ImmutableArray<string> words, ImmutableArray<string>[] answers) => answers.Max(answer => ScoredWords.F1(words, answer)) switch
    {
        1 when answers.Any(answer => answer.SequenceEqual(words)) => 1,
        >= Nearly => 0.15,
        >= InPart => 0.05,
        _ => 0,
    };

    private static TermMatch Words(ExampleSentence sentence) => new(sentence.Hit.Text, sentence.Hit.Passage.Article.Language);

    private static ImmutableArray<Fact> Facts(ExampleSentence sentence) => FactReader.Read(sentence.Hit.Text, sentence.Hit.Passage.Article.Language);
}

/// <summary>A judged example with the short answer picked for it.</summary>
/// <param name="Judged">The example.</param>
/// <param name="Chance">How likely it is right.</param>
/// <param name="F1">How far it agrees with the nearest right answer.</param>
internal sealed record SpannedExample(JudgedExample Judged, double Chance, double F1)
{
    public bool Exact { get; init; }

    /// <summary>How all of them would do, in a line.</summary>
    public static string Result(IEnumerable<SpannedExample> spanned) => "held back, EM and F1 if all were shown: " + string.Join("; ", Sets(spanned)
        .Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Key} {set.Average(each => each.Exact ? 1 : 0.0):0.000} {set.Average(each => each.F1):0.000}")));

    /// <summary>What is shown from some chances on, for a set's answerable questions whose answers are words of the article.</summary>
    public static IEnumerable<string> Table(IEnumerable<SpannedExample> spanned)
    {
        yield return "| short answers held back | EM if all were shown | F1 | shown from | share | right |";
        yield return "|---|--:|--:|--:|--:|--:|";
        foreach (var set in Sets(spanned))
        {
            foreach (var from in new[] { 0.1, 0.15, 0.2, 0.25, 0.3, 0.4 })
            {
                var shown = set.Where(each => each.Chance >= from).ToArray();
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {set.Key} | {set.Average(each => each.Exact ? 1 : 0.0):0.000} | {set.Average(each => each.F1):0.000} | {from} | {(double)shown.Length / set.Count():0.000} | {shown.Select(each => each.F1 >= 0.8 ? 1 : 0.0).DefaultIfEmpty(0).Average():0.000} |");
            }
        }
    }

    private static IEnumerable<IGrouping<string, SpannedExample>> Sets(IEnumerable<SpannedExample> spanned) => spanned
        .Where(each => each.Judged.Ranked.Example is { Kind: ExampleKind.Answerable, IsOfAll: false, IsTyped: false, Answers.Length: > 0 })
        .GroupBy(each => each.Judged.Ranked.Example.Set).OrderBy(set => set.Key, StringComparer.Ordinal);
}
