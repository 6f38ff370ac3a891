using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Evaluation.Scoring;
using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Measuring;

/// <summary>Measures how well questions of public sets are answered without a model, each asked with refusing and without.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="progress">Told in a line what is being asked.</param>
/// <param name="run">How they are asked.</param>
public sealed class AnswersMeasurement(IConfiguration settings, IProgress<string> progress, AnswersRun run)
{
    private const int Step = 500;

    /// <summary>The lines of a Markdown table, each as soon as it is known, and wrong answers when they are asked for.</summary>
    /// <param name="sets">The sets to ask.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<string> RunAsync(
        ImmutableArray<QuestionSet> sets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in Figures.Head)
        {
            yield return line;
        }

        List<string> wrong = [];
        foreach (var sitting in Sitting.Of(sets).Select(OfFold).Where(sitting => !sitting.Questions.IsEmpty))
        {
            var scored = await AskAsync(sitting, cancellationToken).ConfigureAwait(false);
            foreach (var (name, scores) in Rows(sitting.Name, scored))
            {
                yield return Figures.Row(name, scores);
            }

            wrong.AddRange(run.Wrong > 0 && sitting.IsOwn ? WrongAnswers.Lines(sitting.Name, scored, run) : []);
        }

        foreach (var line in wrong)
        {
            yield return line;
        }
    }

    private async Task<ScoredQuestion[]> AskAsync(Sitting sitting, CancellationToken cancellationToken)
    {
        var done = new Counter();
        List<ScoredQuestion> scored = [];
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

    private Sitting OfFold(Sitting sitting) =>
        run.Fold is { } fold ? sitting with { Questions = sitting.Questions.RemoveAll(question => FoldOf(sitting, question) is { } other && other != fold) } : sitting;

    private string? FolderFor(Sitting sitting, SetQuestion question) =>
        run.HeldBack is { } folder && FoldOf(sitting, question) is { } fold ? AnsweringTraining.Without(folder, fold) : run.HeldBack;

    private static int? FoldOf(Sitting sitting, SetQuestion question) =>
        AnsweringTraining.Allowed.Contains(sitting.Set.Name) && sitting.ArticleOf(question) is { } article ? Folds.Of(article) : null;

    private async Task<ScoredQuestion[]> AskAsync(
        Sitting sitting, SetQuestion[] questions, AskedArticles asked, Counter done, CancellationToken cancellationToken)
    {
        var articles = sitting.Set.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var scored = new ScoredQuestion[questions.Length];
        await Parallel.ForAsync(0, questions.Length, cancellationToken, async (at, token) =>
        {
            var question = questions[at];
            var always = await asked.AskAsync(question.ToQuestion() with { NoRefusal = true }, token).ConfigureAwait(false);
            var refusing = await asked.AskAsync(question.ToQuestion(), token).ConfigureAwait(false);
            var given = new Given(question, question.ArticleId is { } id ? [articles[id]] : sitting.Set.Articles, always, refusing);
            scored[at] = new(question, Score.Of(given), Score.Cited(given));
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
    private static IEnumerable<(string Name, Score[] Scores)> Rows(string name, ScoredQuestion[] scored)
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
