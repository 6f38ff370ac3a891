using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Questions;

/// <summary>The articles that may be asked where a question comes from: those named, and those with one of the tags.</summary>
public sealed record ArticleScope
{
    /// <summary>Their slugs.</summary>
    public ImmutableArray<string> Slugs { get; init; } = [];

    /// <summary>Tags, whatever their case.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether an article is among them.</summary>
    public bool Has(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Slugs.Contains(article.Slug) || article.Tags.Any(tag => Tags.Contains(tag, StringComparer.OrdinalIgnoreCase));
    }
}
