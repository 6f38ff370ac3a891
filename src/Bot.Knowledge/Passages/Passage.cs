using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>
/// A citable piece of one article. Exact by construction: its words are always read from the article's canonical text, so
/// <c>article.Text[start..end] == passage.Text</c> cannot fail to hold.
/// </summary>
/// <param name="article">The article it is part of.</param>
/// <param name="ordinal">Its place in the article, from 1.</param>
/// <param name="kind">What it is.</param>
/// <param name="span">Where it stands in <see cref="Article.Text"/>.</param>
/// <param name="sentences">Its sentences, in order, each within <paramref name="span"/>; at least one.</param>
public sealed class Passage(Article article, int ordinal, PassageKind kind, TextSpan span, ImmutableArray<TextSpan> sentences)
{
    /// <summary>The article it is part of.</summary>
    public Article Article { get; } = article;

    /// <summary>Its name, <c>slug#7</c>.</summary>
    public PassageId Id { get; } = new(article.Slug, ordinal);

    /// <summary>What it is.</summary>
    public PassageKind Kind { get; } = kind;

    /// <summary>Where it stands in <see cref="Article.Text"/>.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Its sentences, in order, as ranges of <see cref="Article.Text"/> within <see cref="Span"/>.</summary>
    public ImmutableArray<TextSpan> Sentences { get; } = sentences;

    /// <summary>Its words.</summary>
    public string Text => Span.In(Article.Text);

    /// <summary>The heading it stands under; not part of it.</summary>
    public string? Heading { get; init; }

    /// <summary>The innermost of the headings it stands under.</summary>
    public string? InnermostHeading => Heading is null ? null : HeadingPath.Last(Heading);

    /// <summary>The header row of the table whose rows these are; not part of it unless it is the table's first piece.</summary>
    public string? TableHeader { get; init; }

    /// <summary>A caption's credit.</summary>
    public string? Credit { get; init; }

    /// <summary>Who a block quote is by, when it says.</summary>
    public string? Attribution { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, the first 16 hexadecimal digits in lower case.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    /// <summary>The words of one of its sentences.</summary>
    /// <param name="index">Which, from 0.</param>
    public string Sentence(int index) => Sentences[index].In(Article.Text);

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Text}";
}
