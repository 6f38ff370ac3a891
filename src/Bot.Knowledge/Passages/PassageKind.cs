namespace Bot.Knowledge.Passages;

/// <summary>The kinds of passage.</summary>
public enum PassageKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list.</summary>
    List,

    /// <summary>A table, or some rows of a long one.</summary>
    Table,

    /// <summary>What stands under a photo or figure: its date is the photo's, never the article's.</summary>
    Caption,

    /// <summary>A block quote with its attribution.</summary>
    Quote,
}
