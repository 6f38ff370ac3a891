using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Lexicons;

/// <summary>Cuts a text into tokens: exact about numbers, acronyms and apostrophes, which stemming analysers are not.</summary>
internal static class Tokenizer
{
    private static readonly FrozenSet<string> Elided =
        new[] { "l", "d", "n", "s", "j", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu" }.ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<Token> Read(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5);
        var at = 0;
        while (at < text.Length)
        {
            var sign = text[at];
            if (sign == '\n')
            {
                tokens.Add(new Token(TokenKind.Sign, new TextSpan(at, at + 1), "\n"));
                at++;
            }
            else if (char.IsWhiteSpace(sign) || IsInvisible(sign))
            {
                at++;
            }
            else
            {
                var (token, end) = Next(text, at);
                tokens.Add(token);
                at = end;
            }
        }

        return tokens.DrainToImmutable();
    }

    /// <summary>Whether a character is of a script written without spaces between words.</summary>
    public static bool IsUnspaced(char sign) =>
        sign is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0E7F'
            or '々';

    public static bool IsApostrophe(char sign) => sign is '\'' or '’' or 'ʼ';

    private static (Token Token, int End) Next(string text, int at)
    {
        var sign = text[at];
        if (char.IsDigit(sign))
        {
            return Digits(text, at);
        }

        if (IsUnspaced(sign))
        {
            return Whole(TokenKind.Word, text, at, at + 1);
        }

        if (IsLetter(text, at))
        {
            return Acronym(text, at) ?? Word(text, at);
        }

        var end = char.IsHighSurrogate(sign) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? at + 2 : at + 1;
        return (new Token(TokenKind.Sign, new TextSpan(at, end), text[at..end]), end);
    }

    private static (Token Token, int End) Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsDigit(text[end]) || (IsSeparator(text[end]) && IsDigitAt(text, end + 1))))
        {
            // "2.300" and "10:30" hold together; "1,2,3" read as one is no number either way.
            end++;
        }

        var digits = string.Create(end - start, (text, start), static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                var sign = from.text[from.start + i];
                folded[i] = char.IsDigit(sign) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)) : sign;
            }
        });
        return (new Token(TokenKind.Digits, new TextSpan(start, end), digits), end);
    }

    private static (Token Token, int End)? Acronym(string text, int start)
    {
        var end = start;
        var letters = 0;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            letters++;
            end += 2;
        }

        if (letters == 0 || (end < text.Length && char.IsLetterOrDigit(text[end]) && letters < 2))
        {
            return null;
        }

        if (end < text.Length && char.IsLetter(text[end]) && !IsLetter(text, end + 1))
        {
            end++;
            letters++;
        }
        else if (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            return null;
        }

        // "F." is an initial; "a." most often ends a sentence.
        return letters == 1 && !char.IsUpper(text[start])
            ? null
            : (new Token(TokenKind.Word, new TextSpan(start, end),
                text[start..end].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant()), end);
    }

    private static (Token Token, int End) Word(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsPart(text, end) || (IsApostrophe(text[end]) && end > start && IsLetter(text, end + 1))))
        {
            if (IsApostrophe(text[end]))
            {
                if (Elided.Contains(text[start..end].ToLowerInvariant()))
                {
                    return Whole(TokenKind.Word, text, start, end + 1);
                }

                if (text[end + 1] is 's' or 'S' && !IsPart(text, end + 2))
                {
                    // The possessive is skipped: "Syria's" is the word "Syria".
                    return (Whole(TokenKind.Word, text, start, end).Token, end + 2);
                }
            }

            end++;
        }

        return Whole(TokenKind.Word, text, start, end);
    }

    private static (Token Token, int End) Whole(TokenKind kind, string text, int start, int end) =>
        (new Token(kind, new TextSpan(start, end), text[start..end].ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'')), end);

    private static bool IsPart(string text, int at) =>
        IsLetter(text, at) || (at < text.Length && (char.IsDigit(text[at]) || char.GetUnicodeCategory(text[at])
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark));

    private static bool IsLetter(string text, int at) => at < text.Length && char.IsLetter(text[at]) && !IsUnspaced(text[at]);

    private static bool IsDigitAt(string text, int at) => at < text.Length && char.IsDigit(text[at]);

    private static bool IsSeparator(char sign) =>
        sign is '.' or ',' or ':' or '٫' or '٬' or '\u00A0' or '\u202F' or '\u2009' or '’' or '\'';

    private static bool IsInvisible(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.Format;
}
