using Bot.Cli.Testing;
using Bot.Conversations.Corrections;
using Bot.Evaluation.Cases.Covering;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Contract;

/// <summary>What <c>coverage --json</c> writes.</summary>
internal sealed record CoverageLine(IReadOnlyList<CoveredArticleLine> Articles, IReadOnlyList<EditedArticleLine>? Edits, IReadOnlyList<TouchedCaseLine>? Cases, IReadOnlyList<TouchedAnswerLine> Answers)
{
    public static CoverageLine Of(Covered covered) => new(
        [.. covered.Coverage.Articles.Select(CoveredArticleLine.Of)],
        covered.Edits is { } edits ? [.. edits.Articles.Select(edited => new EditedArticleLine(edited.Slug, edited.Change))] : null,
        covered.Edits is { } touched ? [.. touched.Cases.Select(TouchedCaseLine.Of)] : null,
        [.. covered.Answers.Changes.SelectMany(TouchedAnswerLine.Of)]);
}

/// <summary>How far an article is tested.</summary>
internal sealed record CoveredArticleLine(string Slug, int Cases, IReadOnlyList<CoveredPassageLine> Passages)
{
    public static CoveredArticleLine Of(ArticleCoverage article) => new(
        article.Article.Slug,
        article.Cases,
        [.. article.Passages.Select(passage => new CoveredPassageLine(passage.Passage.Id.ToString(), passage.Cited, passage.Given))]);
}

/// <summary>How many cases' answers cite a passage, and how many composers were given it.</summary>
internal sealed record CoveredPassageLine(string Id, int Cited, int Given);

/// <summary>An article that is new, gone or edited.</summary>
internal sealed record EditedArticleLine(string Slug, string Change);

/// <summary>A case that is answered otherwise.</summary>
internal sealed record TouchedCaseLine(string Case, string File, int Line, bool PassedBefore, bool PassesNow, string? Before, string? Now)
{
    public static TouchedCaseLine Of(TouchedCase touched) => new(
        touched.After.Case.Name,
        touched.After.Case.File,
        touched.After.Case.Line,
        touched.Before.Passed,
        touched.After.Passed,
        Text(touched.Shown.Before),
        Text(touched.Shown.After));

    private static string? Text(CaseRun run) => run.Asked?.Answer.Text ?? run.Error;
}

/// <summary>A recorded answer whose cited words would read differently.</summary>
internal sealed record TouchedAnswerLine(string Id, string Channel, string Question, string Article, string Kind, string OldWords, string NewWords)
{
    public static IEnumerable<TouchedAnswerLine> Of(ForeseenChange change) => change.Answers.Select(answer => new TouchedAnswerLine(
        answer.Turn.ToString(), answer.Channel, answer.Question, change.Article, change.Kind.ToString().ToLowerInvariant(), change.OldWords, change.NewWords));
}
