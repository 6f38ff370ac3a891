using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Evaluation.Measuring;
using Bot.Evaluation.Scoring;
using Bot.Evaluation.Sets;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Training;

/// <summary>
/// Makes examples of a set's questions: each as it is asked, each answerable one also of another article, and some of all articles at
/// once.
/// </summary>
/// <param name="settings">The settings in force.</param>
internal sealed class ExampleReader(IConfiguration settings)
{
    private const double SameSentence = 0.6;
    private const int AskedOfAll = 3;

    public async Task<ImmutableArray<AskedExample>> ReadAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        var asked = new AskedArticles(set.ArticlesPath, settings, LearnedAnswering.None);
        await using var _ = asked.ConfigureAwait(false);
        await asked.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var snapshot = asked.Knowledge.Acquire();
        var articles = set.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var questions = set.Questions.RemoveAll(question => question.Answerable is null || question.ArticleId is null)
            .SelectMany(question => question.Answerable == true ? [question, Foreign.Of(question, set)] : new[] { question }).ToArray();
        var examples = new ImmutableArray<AskedExample>[questions.Length];
        await Parallel.ForAsync(0, questions.Length, cancellationToken, (at, token) =>
        {
            var article = articles[questions[at].ArticleId!];
            examples[at] = Read(set.Name, questions[at], article, snapshot, token);
            if (questions[at].Answerable == true && at % AskedOfAll == 0)
            {
                examples[at] = [.. examples[at], .. ReadOfAll(set.Name, questions[at], article, snapshot, token)];
            }

            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return [.. examples.SelectMany(each => each)];
    }

    private static ImmutableArray<AskedExample> Read(string set, SetQuestion question, SetArticle article, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (Found(question, snapshot, cancellationToken) is not var (read, hits))
        {
            return [];
        }

        var gold = Gold.Of(question, article);
        var example = Maker(set, article, gold, read, snapshot);
        return question.Answerable == true ? [example(ExampleKind.Answerable, hits), example(ExampleKind.Withheld, hits.RemoveAll(hit => gold.Answers(hit.Text)))]
            : question.Kind == "native_unanswerable" ? [example(ExampleKind.NotStated, hits)] : [example(ExampleKind.Foreign, hits)];
    }

    private static ImmutableArray<AskedExample> ReadOfAll(string set, SetQuestion question, SetArticle article, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (Found(question with { ArticleId = null }, snapshot, cancellationToken) is not var (read, hits))
        {
            return [];
        }

        var example = Maker(set, article, Gold.Of(question, article), read, snapshot);
        return [example(ExampleKind.Answerable, hits) with { IsOfAll = true }];
    }

    private static Func<ExampleKind, ImmutableArray<SearchHit>, AskedExample> Maker(string set, SetArticle article, Gold gold, ReadQuestion read, KnowledgeSnapshot snapshot)
    {
        var ranker = new SentenceRanker(snapshot, LearnedAnswering.None);
        return (kind, among) => new(set, Folds.Of(article), kind, read, gold.Right, [.. ranker.Read(read, among).Select(each => gold.Judge(each.Hit, each.Signals))]);
    }

    private static (ReadQuestion Read, ImmutableArray<SearchHit> Hits)? Found(SetQuestion question, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var asked = question.ToQuestion();
        var shelf = Shelf.For(asked, snapshot, DateTimeOffset.UnixEpoch);
        var read = FollowUp.Read(asked, shelf.LanguageOf(asked));
        return read.Kind is QuestionKind.Smalltalk or QuestionKind.Pressure or QuestionKind.AboutArticle or QuestionKind.Summary ? null
            : (read, snapshot.Search(shelf.Query(read), cancellationToken));
    }

    // What a right sentence is known by.
    private sealed record Gold(ImmutableArray<string>[] Right, ImmutableArray<string>[] Evidence, string? Paragraphs, string Language)
    {
        public static Gold Of(SetQuestion question, SetArticle article) => new(
            question.IsExtractive ? [.. question.Answers.Select(answer => ScoredWords.Of(answer, question.Lang))] : [],
            [.. (question.Evidence ?? []).Select(sentence => ScoredWords.Of(sentence, question.Lang))],
            question.Para is { IsEmpty: false } paragraphs ? ScoredWords.Fold(string.Join('\n', paragraphs.Select(at => article.Paragraphs[at]))) : null,
            question.Lang);

        public ExampleSentence Judge(SearchHit hit, Signals signals)
        {
            var holds = Holds(hit.Text);
            return new(hit, signals, holds && IsInParagraphs(hit.Text), holds);
        }

        public bool Answers(string sentence) => Holds(sentence) || (Paragraphs is not null && IsInParagraphs(sentence));

        private bool Holds(string sentence) => ScoredWords.Of(sentence, Language) is var words
            && (Right.Any(answer => ScoredWords.IsInside(answer, words)) || Evidence.Any(gold => ScoredWords.Overlap(words, gold) >= SameSentence));

        private bool IsInParagraphs(string sentence) => Paragraphs is null || Paragraphs.Contains(ScoredWords.Fold(sentence), StringComparison.Ordinal);
    }
}
