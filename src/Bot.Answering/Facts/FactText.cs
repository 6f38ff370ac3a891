using System.Collections.Immutable;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Facts;

/// <summary>A text cut into tokens, with those marked that a fact already took.</summary>
/// <param name="text">The text.</param>
/// <param name="language">Its language.</param>
internal sealed class FactText(string text, string language)
{
    private readonly HashSet<int> _taken = [];

    public string Text { get; } = text;

    public Lexicon Lexicon { get; } = Lexicon.For(language);

    public ImmutableArray<Token> Tokens { get; } = Tokenizer.Read(text);

    public int Count => Tokens.Length;

    public bool IsFree(int at) => at >= 0 && at < Count && !_taken.Contains(at);

    public void Take(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            _taken.Add(at);
        }
    }

    public bool IsWord(int at) => at >= 0 && at < Count && Tokens[at].IsWord;

    public bool IsDigits(int at) => at >= 0 && at < Count && Tokens[at].Kind == TokenKind.Digits;

    public bool Is(int at, char sign) => at >= 0 && at < Count && Tokens[at].Is(sign);

    public bool IsDash(int at) => Is(at, '-') || Is(at, '–') || Is(at, '—') || Is(at, '‑') || Is(at, '~') || Is(at, '～');

    public bool IsAnyOf(int at, ISet<string> words) => at >= 0 && at < Count && words.Contains(Tokens[at].Folded);

    /// <summary>Whether a token touches the one after it.</summary>
    public bool Touches(int at) => at >= 0 && at + 1 < Count && Tokens[at].Touches(Tokens[at + 1]);

    /// <summary>The character just after a token; a space at the end of the text.</summary>
    public char After(int at) => Tokens[at].Span.End < Text.Length ? Text[Tokens[at].Span.End] : ' ';

    public bool IsCapital(int at) => IsWord(at) && char.IsUpper(Text[Tokens[at].Span.Start]);

    /// <summary>Whether a token is the first word of a sentence, so that its capital means nothing.</summary>
    public bool StartsSentence(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            var token = Tokens[before];
            if (token.Kind != TokenKind.Sign)
            {
                return false;
            }

            if (token.Folded[0] is '.' or '!' or '?' or ':' or '\n' or '…' or '"' or '“' or '„' or '«' or '‘' or '•' or '¿' or '¡' or '؟'
                or ';')
            {
                return true;
            }

            if (token.Folded[0] is not ('(' or '[' or '*' or '#' or '-' or '—' or '–' or '\'' or '”' or '»' or ')' or ']'))
            {
                return false;
            }

            if (token.Folded[0] is '—' or '–' or '-' && (Touches(before) || before > 0))
            {
                return false;
            }
        }

        return true;
    }

    public TextSpan Span(int from, int to) => new(Tokens[from].Span.Start, Tokens[to - 1].Span.End);
}
