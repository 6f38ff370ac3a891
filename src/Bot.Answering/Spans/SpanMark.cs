namespace Bot.Answering.Spans;

/// <summary>The mark right beside a span.</summary>
internal enum SpanMark
{
    /// <summary>None.</summary>
    None,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A full stop or a colon.</summary>
    Stop,

    /// <summary>A bracket.</summary>
    Bracket,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A quotation mark.</summary>
    Quotation,

    /// <summary>A sign of money.</summary>
    Money,

    /// <summary>The sentence begins or ends there.</summary>
    Edge,
}

/// <summary>Reads the marks beside spans.</summary>
internal static class SpanMarks
{
    /// <summary>The mark that ends before a word, a space between them or none.</summary>
    public static SpanMark Before(string sentence, int start) => start < 2 ? SpanMark.Edge : Of(sentence[start - 1]) is not SpanMark.None and var mark ? mark : Of(sentence[start - 2]);

    /// <summary>The mark that follows a word at once.</summary>
    public static SpanMark After(string sentence, int end) => end >= sentence.Length ? SpanMark.Edge : Of(sentence[end]);

    private static SpanMark Of(char letter) => letter switch
    {
        ',' => SpanMark.Comma,
        '.' or ':' => SpanMark.Stop,
        '(' or ')' => SpanMark.Bracket,
        ';' => SpanMark.Semicolon,
        '"' or '“' or '”' => SpanMark.Quotation,
        '$' or '£' or '€' => SpanMark.Money,
        _ => SpanMark.None,
    };
}
