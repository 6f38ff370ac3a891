namespace Bot.Knowledge.Passages;

/// <summary>How long passages may be, in UTF-16 code units of the article's text.</summary>
public sealed record PassageBounds
{
    /// <summary>The bounds used where none are given.</summary>
    public static PassageBounds Default { get; } = new();

    /// <summary>
    /// A paragraph shorter than this is joined with a neighbour. At 120, one or two sentences of news prose: alone they seldom
    /// name who or what they speak of.
    /// </summary>
    public int ShortParagraph { get; init; } = 120;

    /// <summary>Paragraphs are joined only as long as the passage stays within this.</summary>
    public int Joined { get; init; } = 600;

    /// <summary>A paragraph, quote, caption or heading longer than this is split between sentences.</summary>
    public int Prose { get; init; } = 1200;

    /// <summary>A table longer than this is split between rows.</summary>
    public int Table { get; init; } = 2000;

    /// <summary>
    /// A list longer than this is split between items. Lists are answers to "which" and "list all": they stay whole if at all possible.
    /// </summary>
    public int List { get; init; } = 4000;

    /// <summary>The bound above which a block of this kind is split.</summary>
    internal int For(PassageKind kind) => kind switch
    {
        PassageKind.Table => Table,
        PassageKind.List => List,
        _ => Prose,
    };
}
