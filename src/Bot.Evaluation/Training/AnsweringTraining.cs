using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Answering.Learned;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Training;

/// <summary>Trains what answering learns, and shows what it does with articles that were held back.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="time">Tells the day.</param>
/// <param name="progress">Told in a line how far it is.</param>
public sealed class AnsweringTraining(IConfiguration settings, TimeProvider time, IProgress<string> progress)
{
    /// <summary>The sets whose licence allows it.</summary>
    public static ImmutableArray<string> Allowed => ["covidqa", "jaquad", "onestopqa", "squad", "xquad"];

    /// <summary>Whether a folder has what was trained without each fold.</summary>
    /// <param name="folder">The folder.</param>
    public static bool HasHeldBack(string folder) => Enumerable.Range(0, Folds.Count).All(fold => Directory.Exists(Without(folder, fold)));

    /// <summary>The folder of what was trained without a fold.</summary>
    internal static string Without(string folder, int fold) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"without-{fold}"));

    /// <summary>Trains, writes the files, and gives the lines of a Markdown table.</summary>
    /// <param name="sets">The sets to train on.</param>
    /// <param name="folder">Where the files go: those trained on all articles, and below it those trained without each fold.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<string> RunAsync(
        ImmutableArray<QuestionSet> sets, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ExampleReader(settings);
        var examples = ImmutableArray.CreateBuilder<AskedExample>();
        foreach (var set in sets)
        {
            examples.AddRange(await reader.ReadAsync(set, cancellationToken).ConfigureAwait(false));
            progress.Report($"{set.Name}: {examples.Count} examples so far");
        }

        var on = string.Join(", ", examples.Where(example => example is { Kind: ExampleKind.Answerable, IsOfAll: false, IsTyped: false }).CountBy(example => example.Set).Select(set => $"{set.Key} {set.Value}"));
        var (ranking, ranked) = Cross<AskedExample, RankedExample, Signal>(examples, RankingLesson.Train, RankingLesson.Rank, cancellationToken);
        var (about, judgedAbout) = Cross<RankedExample, JudgedExample, Signal>(ranked, ConfidenceLesson.About, ConfidenceLesson.JudgeAbout, cancellationToken);
        var (stated, judged) = Cross<JudgedExample, JudgedExample, Signal>(judgedAbout, ConfidenceLesson.Stated, ConfidenceLesson.JudgeStated, cancellationToken);
        var (spans, spanned) = Cross<JudgedExample, SpannedExample, SpanFeature>(judged, SpanLesson.Train, SpanLesson.Pick, cancellationToken);
        foreach (var line in HeldBack.Table(judged).Append("").Concat(SpannedExample.Table(spanned)))
        {
            yield return line;
        }

        for (var fold = 0; fold <= Folds.Count; fold++)
        {
            var to = fold == Folds.Count ? folder : Without(folder, fold);
            Directory.CreateDirectory(to);
            Write(to, LearnedAnswering.RankingFile, ranking[fold], on, HeldBack.Ranking(judged));
            Write(to, LearnedAnswering.AboutFile, about[fold], on, HeldBack.Confidence(judged));
            Write(to, LearnedAnswering.StatedFile, stated[fold], on, HeldBack.Confidence(judged));
            Write(to, LearnedAnswering.SpansFile, spans[fold], on, SpannedExample.Result(spanned));
        }
    }

    // One model without each fold, used on that fold; the last is of all.
    private (ForestData[] Forests, ImmutableArray<TOut> Judged) Cross<TIn, TOut, TFeature>(
        IReadOnlyCollection<TIn> examples,
        Func<IEnumerable<TIn>, CancellationToken, ForestData> train,
        Func<TIn, Forest<TFeature>, TOut> use,
        CancellationToken cancellationToken)
        where TIn : IFolded
        where TFeature : struct, Enum
    {
        var forests = new ForestData[Folds.Count + 1];
        var judged = new ImmutableArray<TOut>[Folds.Count + 1];
        Parallel.For(0, Folds.Count + 1, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
        {
            forests[fold] = train(examples.Where(example => example.Fold != fold), cancellationToken);
            var forest = new Forest<TFeature>(forests[fold]);
            judged[fold] = [.. examples.Where(example => example.Fold == fold).Select(example => use(example, forest))];
            progress.Report(fold == Folds.Count ? "trained on all folds" : $"trained without fold {fold}");
        });
        return (forests, [.. judged.SelectMany(each => each)]);
    }

    private void Write(string folder, string name, ForestData forest, string on, string result) => File.WriteAllText(
        Path.Combine(folder, name),
        JsonSerializer.Serialize(
            forest with { Trained = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), On = on, Result = result }, ForestJson.Default.ForestData));
}
