using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Host.Finding;

/// <summary>Finds articles by their words, each with the passage that has most of them.</summary>
internal static class ArticleSearch
{
    /// <summary>The longest words that are looked for.</summary>
    public const int Longest = 200;

    private const int MostArticles = 20;
    private const int MostSentences = 400;
    private const int LongestTeaser = 320;

    /// <summary>The articles readers may see that have words of the query, best first.</summary>
    public static ImmutableArray<FoundArticle> Find(KnowledgeSnapshot snapshot, string words, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. snapshot.Search(new PassageQuery(words) { PublicAt = now, Limit = MostSentences }, cancellationToken)
            .GroupBy(hit => hit.Passage.Article.Slug)
            .Take(MostArticles)
            .Select(hits => Of(BestToRead(hits), words))];

    // A sentence tells more than a row of a table that has the same words.
    private static SearchHit BestToRead(IEnumerable<SearchHit> hits)
    {
        var best = hits.First();
        return hits.FirstOrDefault(hit => hit.Passage.Kind == PassageKind.Paragraph && hit.Score >= best.Score / 2) ?? best;
    }

    private static FoundArticle Of(SearchHit hit, string words)
    {
        var article = hit.Passage.Article;
        var terms = TextAnalysis.Terms(words, article.Language).Select(term => term.Text).ToImmutableHashSet(StringComparer.Ordinal);
        return new(article, TeaserOf(hit), terms);
    }

    // What a publisher lets nobody show is not shown by a search either.
    private static string? TeaserOf(SearchHit hit) => hit.Passage.Article.Display switch
    {
        ArticleDisplay.Link => null,
        ArticleDisplay.Full when hit.Passage.Kind == PassageKind.Paragraph && hit.Passage.Text.Length <= LongestTeaser => hit.Passage.Text,
        _ when hit.Text.Length <= LongestTeaser => hit.Text,
        _ => string.Concat(hit.Text.AsSpan(0, char.IsHighSurrogate(hit.Text[LongestTeaser - 1]) ? LongestTeaser - 1 : LongestTeaser), "…"),
    };
}

/// <summary>An article that a search found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Teaser">The words that fit best, as far as they may be shown.</param>
/// <param name="Terms">What was looked for, as the article's language analyses it.</param>
internal sealed record FoundArticle(Article Article, string? Teaser, ImmutableHashSet<string> Terms);
