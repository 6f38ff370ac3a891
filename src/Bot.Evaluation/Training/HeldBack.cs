using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Evaluation.Training;

/// <summary>What examples that were held back show, as Markdown tables.</summary>
internal static class HeldBack
{
    private static readonly double[] FalselyRefused = [0.02, 0.03, 0.05];
    private static readonly double[] Thresholds = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];
    private static readonly ExampleKind[] Unanswerable = [ExampleKind.Foreign, ExampleKind.NotStated, ExampleKind.Withheld];

    /// <summary>How the best sentences rank, and what is refused at some shares of false refusals; then what is refused at some thresholds.</summary>
    public static IEnumerable<string> Table(ImmutableArray<JudgedExample> judged)
    {
        yield return $"| held back | answerable | search: first | of 3 | learned: first | of 3 | {string.Join(" | ", FalselyRefused.Select(share => $"at {share:0%} falsely refused: foreign | not stated | withheld"))} |";
        yield return $"|---|--:|--:|--:|--:|--:|{string.Concat(FalselyRefused.Select(_ => "--:|--:|--:|"))}";
        foreach (var set in Sets(judged).Concat(OfAll(judged)))
        {
            var answerable = Of(set, ExampleKind.Answerable);
            var cells = new[] { Share(answerable, each => Found(each, 1)), Share(answerable, each => Found(each, 3)), Share(answerable, each => Ranked(each, 1)), Share(answerable, each => Ranked(each, 3)) }
                .Concat(FalselyRefused.Select(share => At(answerable, share)).SelectMany(from => Unanswerable.Select(kind => Refused(set, kind, from))));
            yield return $"| {set.Key} | {answerable.Length} | {string.Join(" | ", cells)} |";
        }

        yield return "";
        yield return $"| refused below | {string.Join(" | ", Sets(judged).Select(set => $"{set.Key}: falsely | foreign | not stated | withheld"))} |";
        yield return $"|--:|{string.Concat(Sets(judged).Select(_ => "--:|--:|--:|--:|"))}";
        foreach (var from in Thresholds)
        {
            var cells = Sets(judged).SelectMany(set => Unanswerable.Prepend(ExampleKind.Answerable).Select(kind => Refused(set, kind, from)));
            yield return string.Create(CultureInfo.InvariantCulture, $"| {from} | {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>How the best sentences rank, in a line.</summary>
    public static string Ranking(ImmutableArray<JudgedExample> judged) => "held back, first and of 3: " + string.Join("; ", Sets(judged)
        .Select(set => $"{set.Key} {Share(Of(set, ExampleKind.Answerable), each => Ranked(each, 1))} {Share(Of(set, ExampleKind.Answerable), each => Ranked(each, 3))}"));

    /// <summary>What is refused, in a line.</summary>
    public static string Confidence(ImmutableArray<JudgedExample> judged) => "held back, foreign refused at 3% falsely refused: " + string.Join("; ", Sets(judged)
        .Select(set => $"{set.Key} {Refused(set, ExampleKind.Foreign, At(Of(set, ExampleKind.Answerable), 0.03))}"));

    private static IEnumerable<IGrouping<string, JudgedExample>> Sets(ImmutableArray<JudgedExample> judged) =>
        judged.Where(each => each.Ranked.Example is { IsOfAll: false, IsTyped: false }).GroupBy(each => each.Ranked.Example.Set).OrderBy(set => set.Key, StringComparer.Ordinal);

    private static IEnumerable<IGrouping<string, JudgedExample>> OfAll(ImmutableArray<JudgedExample> judged) =>
        judged.Where(each => each.Ranked.Example is { IsOfAll: true, IsTyped: false }).GroupBy(each => $"{each.Ranked.Example.Set}, of all articles at once").OrderBy(set => set.Key, StringComparer.Ordinal);

    private static JudgedExample[] Of(IEnumerable<JudgedExample> set, ExampleKind kind) => [.. set.Where(each => each.Ranked.Example.Kind == kind)];

    private static bool Found(JudgedExample each, int most) => each.Ranked.Example.Sentences.Take(most).Any(sentence => sentence.Holds);

    private static bool Ranked(JudgedExample each, int most) => each.Ranked.Ordered.Take(most).Any(sentence => sentence.Holds);

    private static double At(JudgedExample[] answerable, double share) => answerable.Select(each => each.Confidence).Order().ElementAt((int)(share * answerable.Length));

    private static string Refused(IEnumerable<JudgedExample> set, ExampleKind kind, double from) => Share(Of(set, kind), each => each.Confidence < from);

    private static string Share(JudgedExample[] examples, Func<JudgedExample, bool> holds) =>
        examples.Length == 0 ? "–" : examples.Average(each => holds(each) ? 1.0 : 0).ToString("0.000", CultureInfo.InvariantCulture);
}
