using System.Collections.Immutable;

namespace Bot.Knowledge.Articles;

/// <summary>A block of an article's text: what a blank line parts from the next one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>.</param>
public sealed record Block(BlockKind Kind, TextSpan Span)
{
    /// <summary>1 to 6 for a heading, 0 for every other kind.</summary>
    public int Level { get; init; }

    /// <summary>A list's items or a table's rows, each on lines of its own within <see cref="Span"/>; empty for other kinds.</summary>
    public ImmutableArray<TextSpan> Parts { get; init; } = [];

    /// <summary>Whether a table's first part is its header row.</summary>
    public bool HasHeader { get; init; }

    /// <summary>A caption's credit ("Maya Alleruzzo / AP"); it may also stand within <see cref="Span"/>.</summary>
    public string? Credit { get; init; }

    /// <summary>Who a block quote is by, when it says; the words also stand within <see cref="Span"/>.</summary>
    public string? Attribution { get; init; }
}

/// <summary>The kinds of block.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading within the article (the headline is not one).</summary>
    Heading,

    /// <summary>A list, nested ones included.</summary>
    List,

    /// <summary>A table.</summary>
    Table,

    /// <summary>What stands under a photo or figure.</summary>
    Caption,

    /// <summary>A block quote with its attribution.</summary>
    Quote,
}
