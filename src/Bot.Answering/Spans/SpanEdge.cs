namespace Bot.Answering.Spans;

/// <summary>What stands at the edge of a span.</summary>
internal enum SpanEdge
{
    /// <summary>The sentence's.</summary>
    Sentence,

    /// <summary>A comma, colon or dash.</summary>
    Mark,

    /// <summary>A bracket or quotation mark.</summary>
    Bracket,

    /// <summary>A word without content.</summary>
    Function,

    /// <summary>A word of the question.</summary>
    Asked,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A word with a capital.</summary>
    Capital,

    /// <summary>Another word.</summary>
    Word,
}
