using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Evaluation.Scoring;
using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Measuring;

/// <summary>Measures how well questions of public sets are answered without a model, each asked with refusing and without.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="heldBack">
/// The folder of what was trained without each fold: what is asked of an article is then answered by what was learned without it. Without it,
/// by what is shipped, which has seen the sets it was trained on.
/// </param>
/// <param name="progress">Told in a line what is being asked.</param>
public sealed class AnswersMeasurement(IConfiguration settings, string? heldBack, IProgress<string> progress)
{
    private const int Step = 500;

    /// <summary>The lines of a Markdown table, each as soon as it is known.</summary>
    /// <param name="sets">The sets to ask.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<string> RunAsync(
        ImmutableArray<QuestionSet> sets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in Figures.Head)
        {
            yield return line;
        }

        foreach (var sitting in Sitting.Of(sets).Where(sitting => !sitting.Questions.IsEmpty))
        {
            var scored = await AskAsync(sitting, cancellationToken).ConfigureAwait(false);
            foreach (var (name, scores) in Rows(sitting.Name, scored))
            {
                yield return Figures.Row(name, scores);
            }
        }
    }

    private async Task<(SetQuestion Question, Score Score)[]> AskAsync(Sitting sitting, CancellationToken cancellationToken)
    {
        var done = new Counter();
        List<(SetQuestion, Score)> scored = [];
        foreach (var fold in sitting.Questions.GroupBy(question => FolderFor(sitting, question)))
        {
            var learned = fold.Key is { } folder ? LearnedAnswering.In(folder) : null;
            var asked = new AskedArticles(sitting.Set.ArticlesPath, settings, learned);
            await using (asked.ConfigureAwait(false))
            {
                await asked.OpenAsync(cancellationToken).ConfigureAwait(false);
                scored.AddRange(await AskAsync(sitting, [.. fold], asked, done, cancellationToken).ConfigureAwait(false));
            }
        }

        return [.. scored];
    }

    private string? FolderFor(Sitting sitting, SetQuestion question) =>
        heldBack is null || !AnsweringTraining.Allowed.Contains(sitting.Set.Name) || sitting.ArticleOf(question) is not { } article ? heldBack
        : AnsweringTraining.Without(heldBack, Folds.Of(article));

    private async Task<(SetQuestion Question, Score Score)[]> AskAsync(
        Sitting sitting, SetQuestion[] questions, AskedArticles asked, Counter done, CancellationToken cancellationToken)
    {
        var articles = sitting.Set.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var scored = new (SetQuestion, Score)[questions.Length];
        await Parallel.ForAsync(0, questions.Length, cancellationToken, async (at, token) =>
        {
            var question = questions[at];
            var always = await asked.AskAsync(question.ToQuestion() with { NoRefusal = true }, token).ConfigureAwait(false);
            var refusing = await asked.AskAsync(question.ToQuestion(), token).ConfigureAwait(false);
            scored[at] = (question, Score.Of(new(question, question.ArticleId is { } id ? [articles[id]] : sitting.Set.Articles, always, refusing)));
            if (done.Next() is var count && (count % Step == 0 || count == sitting.Questions.Length))
            {
                progress.Report($"{sitting.Name}: {count} of {sitting.Questions.Length}");
            }
        }).ConfigureAwait(false);
        return scored;
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }

    // All, then each language and each kind where there are several.
    private static IEnumerable<(string Name, Score[] Scores)> Rows(string name, (SetQuestion Question, Score Score)[] scored)
    {
        yield return (name, [.. scored.Select(each => each.Score)]);
        foreach (var by in new Func<SetQuestion, string>[] { question => question.Lang, question => question.Kind })
        {
            var groups = scored.GroupBy(each => by(each.Question), each => each.Score).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
            foreach (var group in groups.Length > 1 ? groups : [])
            {
                yield return ($"{name}: {group.Key}", [.. group]);
            }
        }
    }
}
