using System.Collections.Immutable;
using Bot.Conversations.Records;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Host.Articles;

/// <summary>What a page shows of an article, with the words that brought the reader there.</summary>
/// <param name="Article">The article, as it is now.</param>
/// <param name="Passages">Its passages.</param>
internal sealed record ArticleView(Article Article, ImmutableArray<Passage> Passages)
{
    /// <summary>The cited words, where they stand now.</summary>
    public Highlight? Highlight { get; private init; }

    /// <summary>The citation that brought the reader here, if one did.</summary>
    public CitedWords? Cited { get; private init; }

    /// <summary>What became of the cited words.</summary>
    public CitedFate Fate { get; private init; }

    public static ArticleView Of(IndexedArticle indexed) => new(indexed.Article, indexed.Passages);

    /// <summary>The article with the words a citation names.</summary>
    public static ArticleView Of(IndexedArticle indexed, CitedWords cited)
    {
        var (article, view) = (indexed.Article, Of(indexed) with { Cited = cited });
        if (cited.Field is { } field)
        {
            return article.WordsOf(field) == cited.Quote
                ? view with { Highlight = new(cited.Id, default, field) }
                : view with { Fate = CitedFate.WordsChanged };
        }

        if (Find(article.Text, cited) is not { } span)
        {
            return view with { Fate = CitedFate.WordsChanged };
        }

        var same = article.Text == cited.Article.Text && article.Title == cited.Article.Title;
        return view with { Highlight = new(cited.Id, span, null), Fate = same ? CitedFate.Unchanged : CitedFate.RestChanged };
    }

    // Where they stood; else, after an edit before them, the same words that stand nearest.
    private static TextSpan? Find(string text, CitedWords cited)
    {
        if (cited.Span.End <= text.Length && cited.Span.In(text) == cited.Quote)
        {
            return cited.Span;
        }

        TextSpan? nearest = null;
        for (var at = text.IndexOf(cited.Quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cited.Quote, at + 1, StringComparison.Ordinal))
        {
            if (nearest is null || Math.Abs(at - cited.Span.Start) < Math.Abs(nearest.Value.Start - cited.Span.Start))
            {
                nearest = new(at, at + cited.Quote.Length);
            }
        }

        return nearest;
    }
}

/// <summary>What became of cited words since they were cited.</summary>
internal enum CitedFate
{
    /// <summary>The article is as it was.</summary>
    Unchanged,

    /// <summary>The article changed; the cited words did not.</summary>
    RestChanged,

    /// <summary>The cited words changed or are gone.</summary>
    WordsChanged,
}
