using System.Globalization;
using System.Text;

namespace Bot.Cli.Terminal;

/// <summary>
/// Makes text that others wrote (articles, readers, models, file names) safe to show on a terminal: nothing in it can move the cursor,
/// change colours, ring the bell or turn the direction of what follows.
/// </summary>
internal static class PlainWords
{
    private const char Escape = '\u001b';
    private const char ControlSequence = '\u009b';

    /// <summary>Keeps line breaks.</summary>
    public static string Of(string text) => Strip(text, lineBreak: '\n');

    /// <summary>Puts everything on one line.</summary>
    public static string OnOneLine(string text) => Strip(text, lineBreak: ' ');

    private static string Strip(string text, char lineBreak)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                kept.Append('\ufffd');
                at++;
                continue;
            }

            var next = at + rune.Utf16SequenceLength;
            if (rune.Value is '\n' or '\u2028' or '\u2029')
            {
                kept.Append(lineBreak);
            }
            else if (rune.Value == '\t')
            {
                kept.Append(' ');
            }
            else if (rune.Value is Escape or ControlSequence)
            {
                next = PastSequence(text, at);
            }
            else if (!IsControl(rune))
            {
                kept.Append(rune);
            }

            at = next;
        }

        return kept.ToString();
    }

    // A control sequence without its first character would leave its parameters behind as words ("[31m").
    private static int PastSequence(string text, int at)
    {
        var next = at + 1;
        if (text[at] == Escape)
        {
            if (next == text.Length || text[next] != '[')
            {
                return next;
            }

            next++;
        }

        while (next < text.Length && text[next] is >= ' ' and < '@')
        {
            next++;
        }

        return next < text.Length && text[next] is >= '@' and <= '~' ? next + 1 : next;
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
}
