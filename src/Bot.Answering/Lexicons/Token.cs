using Bot.Knowledge.Articles;

namespace Bot.Answering.Lexicons;

/// <summary>A word, a number in digits or a sign, as it stands in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Folded">Lower case, with plain apostrophes, without the full stops of <c>U.S.</c>; digits as ASCII digits.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Folded)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool Is(char sign) => Kind == TokenKind.Sign && Folded[0] == sign;

    /// <summary>Whether nothing stands between this token and the next one.</summary>
    public bool Touches(Token next) => Span.End == next.Span.Start;
}

/// <summary>The kinds of token.</summary>
internal enum TokenKind
{
    /// <summary>Letters, perhaps with digits; one sign of a script that is written without spaces.</summary>
    Word,

    /// <summary>Digits with the separators between them.</summary>
    Digits,

    /// <summary>Any other single sign; a line break too.</summary>
    Sign,
}
