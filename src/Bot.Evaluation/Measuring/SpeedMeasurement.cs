using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Measuring;

/// <summary>Measures how long a question takes from its words to its checked answer, one at a time, beside one bare search of the same words.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="progress">Told in a line what is being asked.</param>
public sealed class SpeedMeasurement(IConfiguration settings, IProgress<string> progress)
{
    private const int OneArticle = 35;
    private const int ManyPassages = 10_000;
    private const int MostQuestions = 300;
    private const int WarmUp = 100;

    /// <summary>The lines of a Markdown table.</summary>
    /// <param name="sets">The sets whose articles and questions are used.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<string> RunAsync(
        ImmutableArray<QuestionSet> sets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "| articles | paragraphs | n | median ms | p99 ms | bare search, median ms | p99 ms | times |";
        yield return "|---|--:|--:|--:|--:|--:|--:|--:|";
        var english = sets.SelectMany(set => set.Articles).Where(article => article.Lang == "en").ToImmutableArray();
        var questions = sets.SelectMany(set => set.Questions).Where(question => question.Lang == "en" && question.History is not { IsEmpty: false }).ToArray();
        if (questions.Length == 0)
        {
            throw new InvalidDataException("There are no English questions in these sets: name others with --sets.");
        }

        // The article of about that length of which most is asked.
        var one = english.Where(article => Math.Abs(article.Paragraphs.Length - OneArticle) < OneArticle / 2)
            .MaxBy(article => questions.Count(question => question.ArticleId == article.Id));
        if (one is not null)
        {
            var own = questions.Where(question => question.ArticleId == one.Id).ToArray();
            yield return await RowAsync($"one, {one.Title}", [one], Some(own), cancellationToken).ConfigureAwait(false);
        }

        yield return await RowAsync("many", Many(english), [.. Some(questions).Select(question => question with { ArticleId = null })], cancellationToken)
            .ConfigureAwait(false);
    }

    // Copies under other names make up what the sets lack.
    private static ImmutableArray<SetArticle> Many(ImmutableArray<SetArticle> articles)
    {
        var many = ImmutableArray.CreateBuilder<SetArticle>();
        for (int at = 0, paragraphs = 0; paragraphs < ManyPassages; at++)
        {
            var article = articles[at % articles.Length];
            many.Add(at < articles.Length ? article : article with { Id = string.Create(CultureInfo.InvariantCulture, $"{article.Id}/{at}") });
            paragraphs += article.Paragraphs.Length;
        }

        return many.DrainToImmutable();
    }

    private static SetQuestion[] Some(SetQuestion[] questions) =>
        [.. questions.Where((_, at) => at % Math.Max(1, questions.Length / MostQuestions) == 0).Take(MostQuestions)];

    private async Task<string> RowAsync(string name, ImmutableArray<SetArticle> articles, SetQuestion[] questions, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.jsonl");
        try
        {
            await File.WriteAllLinesAsync(path, articles.Select(article => JsonSerializer.Serialize(article, SetJson.Default.SetArticle)), cancellationToken)
                .ConfigureAwait(false);
            var asked = new AskedArticles(path, settings);
            await using var _ = asked.ConfigureAwait(false);
            await asked.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var bare = new BareSearch(articles.SelectMany(article => article.Paragraphs));
            var (answers, searches) = await TimeAsync(name, asked, bare, questions, cancellationToken).ConfigureAwait(false);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {articles.Sum(article => article.Paragraphs.Length)} | {questions.Length} | {At(answers, 0.5):0.00} | {At(answers, 0.99):0.00} | {At(searches, 0.5):0.000} | {At(searches, 0.99):0.000} | {At(answers, 0.5) / At(searches, 0.5):0} |");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<(double[] Answers, double[] Searches)> TimeAsync(
        string name, AskedArticles asked, BareSearch bare, SetQuestion[] questions, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        List<double> answers = [], searches = [];
        foreach (var question in questions.Take(WarmUp).Concat(questions))
        {
            var started = clock.GetTimestamp();
            await asked.AskAsync(question.ToQuestion(), cancellationToken).ConfigureAwait(false);
            answers.Add(clock.GetElapsedTime(started).TotalMilliseconds);
            started = clock.GetTimestamp();
            bare.Find(question.Text);
            searches.Add(clock.GetElapsedTime(started).TotalMilliseconds);
        }

        progress.Report($"{name}: {questions.Length} questions");
        return ([.. answers.TakeLast(questions.Length).Order()], [.. searches.TakeLast(questions.Length).Order()]);
    }

    private static double At(double[] ordered, double share) => ordered[(int)(share * (ordered.Length - 1))];
}
