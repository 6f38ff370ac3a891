using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Serving;

/// <summary>The articles that may be asked at a moment, and their languages.</summary>
public sealed class OpenArticles
{
    private readonly PublicPeriod _period;

    private OpenArticles(ImmutableArray<IndexedArticle> articles, PublicPeriod period)
    {
        (Articles, _period) = (articles, period);
        Languages =
        [
            .. articles.CountBy(article => article.Article.Language, StringComparer.Ordinal)
                .OrderByDescending(language => language.Value).ThenBy(language => language.Key, StringComparer.Ordinal)
                .Select(language => language.Key),
        ];
    }

    /// <summary>The articles, in the order of their slugs.</summary>
    public ImmutableArray<IndexedArticle> Articles { get; }

    /// <summary>The languages of the articles, the most frequent first.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>These articles, whenever.</summary>
    public static OpenArticles Of(ImmutableArray<IndexedArticle> articles) => new(articles, default);

    /// <summary>Those of these that readers may see.</summary>
    internal static OpenArticles At(DateTimeOffset moment, IEnumerable<IndexedArticle> articles) => new(
        [.. articles.Where(article => article.Article.IsPublicAt(moment))],
        PublicPeriod.Around(moment, articles.Select(article => article.Article)));

    /// <summary>Whether they are the same at another moment.</summary>
    internal bool AreOf(DateTimeOffset moment) => _period.Has(moment);
}
