using System.Collections.Immutable;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Evaluation.Cases.Covering;

/// <summary>Which passages the answers to test questions cite, and which none does.</summary>
/// <param name="Articles">Every article, in the order of their slugs.</param>
public sealed record Coverage(ImmutableArray<ArticleCoverage> Articles)
{
    /// <summary>Looks at what came of cases.</summary>
    /// <param name="results">The results with one variant.</param>
    /// <param name="snapshot">The articles.</param>
    public static Coverage Of(ImmutableArray<CaseResult> results, KnowledgeSnapshot snapshot)
    {
        var cited = Counts(results, run => run.Asked!.Answer.Citations.Select(citation => citation.Passage?.Id).OfType<PassageId>());
        var given = Counts(results, run => run.Asked!.Trace.Passages.Select(passage => passage.Id));
        return new([.. snapshot.Articles.Values.Select(indexed => new ArticleCoverage(
            indexed.Article,
            results.Count(result => Concerns(result, indexed.Article)),
            [.. indexed.Passages.Where(passage => passage.Kind != PassageKind.Heading).Select(passage => new PassageCoverage(
                passage, cited.GetValueOrDefault(passage.Id), given.GetValueOrDefault(passage.Id)))]))]);
    }

    // A case belongs to the article it asks, or to those that its answer cites.
    private static bool Concerns(CaseResult result, Article article) => result.Case.Question.Article is { } asked
        ? asked == article.Slug
        : result.Runs.Any(run => run.Asked?.Answer.Citations.Any(citation => citation.Article.Slug == article.Slug) == true);

    // How many cases have each passage in one of their answers.
    private static Dictionary<PassageId, int> Counts(ImmutableArray<CaseResult> results, Func<CaseRun, IEnumerable<PassageId>> of) => results
        .SelectMany(result => result.Runs.Where(run => run.Asked is not null).SelectMany(of).Distinct())
        .GroupBy(id => id)
        .ToDictionary(group => group.Key, group => group.Count());
}

/// <summary>How far an article is tested.</summary>
/// <param name="Article">The article.</param>
/// <param name="Cases">How many cases ask it, or are answered from it.</param>
/// <param name="Passages">Its passages, but for headings, which nothing cites.</param>
public sealed record ArticleCoverage(Article Article, int Cases, ImmutableArray<PassageCoverage> Passages)
{
    /// <summary>The passages that no answer to a test question cites.</summary>
    public IEnumerable<PassageCoverage> Unreached => Passages.Where(passage => passage.Cited == 0);
}

/// <summary>How far a passage is tested.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Cited">How many cases' answers cite it.</param>
/// <param name="Given">How many cases' composers were given it.</param>
public sealed record PassageCoverage(Passage Passage, int Cited, int Given);
