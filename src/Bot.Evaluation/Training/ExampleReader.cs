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
/// Makes examples of a set's questions: each as it is asked, each answerable one also of another article, of all articles at once, and of all
/// but its own; and some of the English ones all the same as many type.
/// </summary>
/// <param name="settings">The settings in force.</param>
internal sealed class ExampleReader(IConfiguration settings)
{
    private const double SameSentence = 0.6;

    // Of what is asked of all articles at once, one in as many teaches the ranking too.
    private const int RankedOfAll = 3;

    private const string Typed = "en";
    private const int Parts = 100;
    private const int TypedParts = 30;

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
            var read = (SetQuestion question) => Read(set, question, articles[question.ArticleId!], snapshot, token);
            examples[at] = [.. read(questions[at]).Select(example => example with { TeachesRanking = !example.IsOfAll || at % RankedOfAll == 0 })];
            if (questions[at].Lang == Typed && Seed.Of(questions[at].Id) % Parts < TypedParts)
            {
                examples[at] = [.. examples[at], .. read(AsTyped(questions[at])).Select(example => example with { IsTyped = true, TeachesRanking = false })];
            }

            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return [.. examples.SelectMany(each => each)];
    }

    private static SetQuestion AsTyped(SetQuestion question) => question with { Text = question.Text.ToLowerInvariant().TrimEnd(' ', '?') };

    private static ImmutableArray<AskedExample> Read(QuestionSet set, SetQuestion question, SetArticle article, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var gold = Gold.Of(question, article);
        return question.Answerable != true ? Examples(question, hits => [(question.Kind == "native_unanswerable" ? ExampleKind.NotStated : ExampleKind.Foreign, hits)])
            : [
                .. Examples(question, hits => [(ExampleKind.Answerable, hits), (ExampleKind.Withheld, hits.RemoveAll(hit => gold.Answers(hit.Text)))]),
                .. Examples(question with { ArticleId = null }, hits => [(ExampleKind.Answerable, hits)]),
                .. Examples(question with { ArticleId = null }, hits => [(ExampleKind.Foreign, hits)], Others(set, article)),
            ];

        ImmutableArray<AskedExample> Examples(
            SetQuestion asked, Func<ImmutableArray<SearchHit>, (ExampleKind Kind, ImmutableArray<SearchHit> Hits)[]> kinds, IReadOnlySet<string>? among = null)
        {
            if (Found(asked, snapshot, among, cancellationToken) is not var (read, hits))
            {
                return [];
            }

            var ranker = new SentenceRanker(snapshot, LearnedAnswering.None);
            return [.. kinds(hits).Select(each => new AskedExample(
                set.Name, Folds.Of(article), each.Kind, read, gold.Right, [.. ranker.Read(read, each.Hits).Select(sentence => gold.Judge(sentence.Hit, sentence.Signals))])
            {
                IsOfAll = asked.ArticleId is null,
            })];
        }
    }

    // What another language has of the same article answers too.
    private static HashSet<string> Others(QuestionSet set, SetArticle article) =>
        set.Articles.Where(other => other.Lang == article.Lang && (other.Title ?? other.Id) != (article.Title ?? article.Id)).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);

    private static (ReadQuestion Read, ImmutableArray<SearchHit> Hits)? Found(SetQuestion question, KnowledgeSnapshot snapshot, IReadOnlySet<string>? among, CancellationToken cancellationToken)
    {
        var asked = question.ToQuestion();
        var shelf = Shelf.For(asked, snapshot, DateTimeOffset.UnixEpoch);
        var read = FollowUp.Read(asked, shelf.LanguageOf(asked));
        return read.Kind is QuestionKind.Smalltalk or QuestionKind.Pressure or QuestionKind.AboutArticle or QuestionKind.Summary ? null
            : (read, snapshot.Search(among is null ? shelf.Query(read) : shelf.Query(read) with { Articles = among }, cancellationToken));
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
