using System.Globalization;

namespace Bot.Answering.Answers;

/// <summary>The first sentence of an answer around its short answer, which channels set off within it.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="Words">The short answer.</param>
/// <param name="After">What stands after it.</param>
public sealed record Highlighted(string Before, string Words, string After)
{
    /// <summary>The first sentence of an answer, or <see langword="null"/> when it has no sure short answer that stands in it as words of their own.</summary>
    public static Highlighted? In(Answer answer) =>
        answer is Answer.Answered { Sure: true, Short: { Length: > 0 } words, Claims: [{ Text: var text }, ..] } && Find(text, words) is { } at
            ? new(text[..at], words, text[(at + words.Length)..])
            : null;

    // The "9" of "1999" is no nine, and that of "[9]" is a note's number: set off, it could not be told from a source's.
    private static int? Find(string text, string words)
    {
        if (!IsEdge(words[0]) || !IsEdge(words[^1]))
        {
            return null;
        }

        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (IsOutside(text, at - 1, '[') && IsOutside(text, at + words.Length, ']'))
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsEdge(char sign) => char.IsLetterOrDigit(sign) || sign == '%' || char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol;

    private static bool IsOutside(string text, int at, char bracket) =>
        at < 0 || at == text.Length || char.IsWhiteSpace(text[at]) || (char.IsPunctuation(text[at]) && text[at] != bracket);
}
