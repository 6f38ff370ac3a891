using System.Collections.Immutable;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Evaluation.Cases.Covering;

/// <summary>What was edited since the articles were as they were before, and which cases are answered otherwise for it.</summary>
/// <param name="Articles">The articles that are new, gone or read otherwise.</param>
/// <param name="Cases">The cases that are answered otherwise; those of new articles are not among them.</param>
public sealed record ArticleEdits(ImmutableArray<EditedArticle> Articles, ImmutableArray<TouchedCase> Cases)
{
    /// <summary>Compares.</summary>
    /// <param name="before">The articles as they were.</param>
    /// <param name="after">The articles as they are.</param>
    /// <param name="resultsBefore">What came of cases then.</param>
    /// <param name="resultsAfter">What comes of the same cases now, in the same order.</param>
    public static ArticleEdits Between(
        KnowledgeSnapshot before, KnowledgeSnapshot after, ImmutableArray<CaseResult> resultsBefore, ImmutableArray<CaseResult> resultsAfter) => new(
        [.. before.Articles.Keys.Union(after.Articles.Keys).Order(StringComparer.Ordinal)
            .Select(slug => EditedArticle.Of(slug, before.Articles.GetValueOrDefault(slug)?.Article, after.Articles.GetValueOrDefault(slug)?.Article))
            .OfType<EditedArticle>()],
        [.. resultsBefore.Zip(resultsAfter).Select(pair => TouchedCase.Of(pair.First, pair.Second)).OfType<TouchedCase>()]);
}

/// <summary>An article that was edited.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Change"><c>new</c>, <c>gone</c> or <c>edited</c>.</param>
public sealed record EditedArticle(string Slug, string Change)
{
    internal static EditedArticle? Of(string slug, Article? before, Article? after) => (before, after) switch
    {
        (null, _) => new(slug, "new"),
        (_, null) => new(slug, "gone"),
        _ => Same(before, after) ? null : new(slug, "edited"),
    };

    private static bool Same(Article before, Article after) =>
        before.Text == after.Text && before.Status == after.Status && before.PublishAt == after.PublishAt && before.Language == after.Language
        && Enum.GetValues<ArticleField>().All(field => before.WordsOf(field) == after.WordsOf(field))
        && before.Blocks.Length == after.Blocks.Length
        && before.Blocks.Zip(after.Blocks).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Block before, Block after) =>
        before with { Parts = [] } == after with { Parts = [] } && before.Parts.SequenceEqual(after.Parts);
}

/// <summary>A case that an edit touches.</summary>
/// <param name="Before">What came of it before.</param>
/// <param name="After">What comes of it now.</param>
public sealed record TouchedCase(CaseResult Before, CaseResult After)
{
    /// <summary>Whether the edit breaks it: it passed, and fails now.</summary>
    public bool Breaks => Before.Passed && !After.Passed;

    /// <summary>The repeat that is answered otherwise.</summary>
    public (CaseRun Before, CaseRun After) Shown => Before.Runs.Zip(After.Runs).First(pair => IsOther(pair.First, pair.Second));

    internal static TouchedCase? Of(CaseResult before, CaseResult after) =>
        before.Runs.All(run => run.Asked is not null) && before.Runs.Zip(after.Runs).Any(pair => IsOther(pair.First, pair.Second)) ? new(before, after) : null;

    // What a reader sees, and whether it is what the editor wants. Places in the text move with every edit, and confidences with every word.
    private static bool IsOther(CaseRun before, CaseRun after) =>
        before.Passed != after.Passed
        || before.Asked?.Answer.Text != after.Asked?.Answer.Text
        || before.Asked?.Answer.GetType() != after.Asked?.Answer.GetType()
        || !Quotes(before).SequenceEqual(Quotes(after));

    private static IEnumerable<(string Article, string Quote)> Quotes(CaseRun run) =>
        run.Asked?.Answer.Citations.Select(citation => (citation.Article.Slug, citation.Quote)) ?? [];
}
