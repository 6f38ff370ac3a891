namespace Bot.Knowledge.Articles;

/// <summary>Markup within a block, kept beside the text and never inside a quote.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>.</param>
/// <param name="Target">A link's absolute http(s) address; <see langword="null"/> otherwise.</param>
public sealed record Inline(InlineKind Kind, TextSpan Span, string? Target = null);

/// <summary>The kinds of inline markup.</summary>
public enum InlineKind
{
    /// <summary>Emphasis, usually shown in italics.</summary>
    Emphasis,

    /// <summary>Strong emphasis, usually shown in bold.</summary>
    Strong,

    /// <summary>A link.</summary>
    Link,

    /// <summary>Code, shown in a fixed width.</summary>
    Code,
}
