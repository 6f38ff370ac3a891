using System.Text.RegularExpressions;
using Bot.Answering.Facts;

namespace Bot.Answering.Checking;

/// <summary>
/// Whether quoted words stand in a text: exact but for quotation marks, white space, a first letter's case and what brackets put in.
/// </summary>
internal static partial class QuotationMatch
{
    public static bool In(string quotation, string text)
    {
        // "[We] seek" may quote "we seek" or "[We] seek"; "…" leaves words out.
        var plain = QuotationReader.Plain(Brackets().Replace(text, "$1"));
        return Fits(Gaps().Split(Brackets().Replace(quotation, "$1")), plain)
            || Fits(Gaps().Split(Brackets().Replace(quotation, " … ")), plain);
    }

    private static bool Fits(string[] pieces, string text)
    {
        var from = 0;
        foreach (var piece in pieces.Select(QuotationReader.Plain).Where(piece => piece.Length > 0))
        {
            var at = Find(piece, text, from);
            if (at < 0)
            {
                return false;
            }

            from = at + piece.Length;
        }

        return from > 0;
    }

    private static int Find(string piece, string text, int from)
    {
        for (var at = from; at + piece.Length <= text.Length; at++)
        {
            at = text.IndexOf(piece[1..], at + 1, StringComparison.Ordinal) - 1;
            if (at < from)
            {
                return -1;
            }

            if (char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(piece[0]) && IsEdge(text, at - 1, piece[0])
                && IsEdge(text, at + piece.Length, piece[^1]))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsEdge(string text, int at, char beside) =>
        at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(beside)
            || Lexicons.Tokenizer.IsUnspaced(beside);

    [GeneratedRegex(@"\[([^\[\]]{0,80})\]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"…|\.\.\.+")]
    private static partial Regex Gaps();
}
