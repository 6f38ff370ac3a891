using System.Collections.Immutable;
using Bot.Evaluation.Scoring;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Measuring;

/// <summary>Measures how well questions of public sets are answered without a model, each asked with refusing and without.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="progress">Told in a line what is being asked.</param>
public sealed class AnswersMeasurement(IConfiguration settings, IProgress<string> progress)
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
        var articles = sitting.Set.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var asked = new AskedArticles(sitting.Set.ArticlesPath, settings);
        await using var _ = asked.ConfigureAwait(false);
        await asked.OpenAsync(cancellationToken).ConfigureAwait(false);
        var scored = new (SetQuestion, Score)[sitting.Questions.Length];
        var done = 0;
        await Parallel.ForAsync(0, sitting.Questions.Length, cancellationToken, async (at, token) =>
        {
            var question = sitting.Questions[at];
            var always = await asked.AskAsync(question.ToQuestion() with { NoRefusal = true }, token).ConfigureAwait(false);
            var refusing = await asked.AskAsync(question.ToQuestion(), token).ConfigureAwait(false);
            scored[at] = (question, Score.Of(new(question, question.ArticleId is { } id ? [articles[id]] : sitting.Set.Articles, always, refusing)));
            if (Interlocked.Increment(ref done) is var count && (count % Step == 0 || count == sitting.Questions.Length))
            {
                progress.Report($"{sitting.Name}: {count} of {sitting.Questions.Length}");
            }
        }).ConfigureAwait(false);
        return scored;
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
