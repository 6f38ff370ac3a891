using System.Buffers;
using System.Text;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>Words as Markdown that reads as these words and nothing else: only marks that would mean something are escaped.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Writes words of a block.</summary>
    /// <param name="text">What to write to.</param>
    /// <param name="words">All words of the block.</param>
    /// <param name="at">The place of the character to write.</param>
    /// <param name="inHeading">Whether a number sign at the end would be taken for the heading's.</param>
    public static void Append(StringBuilder text, string words, int at, bool inHeading)
    {
        var c = words[at];
        if (IsMark(words, at) || (inHeading && c == '#') || StartsBlock(words, at))
        {
            text.Append('\\');
        }

        text.Append(c);
    }

    private static bool IsMark(string words, int at) => words[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~' or '^' => true,
        '_' => !(IsWord(words, at - 1) && IsWord(words, at + 1)),
        '&' => IsEntity(words.AsSpan(at + 1)),
        '=' or '+' => At(words, at - 1) == words[at] || At(words, at + 1) == words[at],
        // Addresses that Markdown would make links of by itself, and take the marks in them as they stand.
        ':' => Ends(words, at, "http", "https", "ftp", "mailto", "tel"),
        '.' => Ends(words, at, "www"),
        _ => false,
    };

    /// <summary>Whether the character would make its line a heading, a list's item, a rule or a quote.</summary>
    private static bool StartsBlock(string words, int at)
    {
        var line = at == 0 ? 0 : words.LastIndexOf('\n', at - 1) + 1;
        return words[at] switch
        {
            '#' or '-' or '+' or '=' or ':' => at == line,
            '.' or ')' => At(words, at + 1) is null or ' ' or '\n' && at > line && at - line < 10 && words.AsSpan(line, at - line).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
    }

    /// <summary>Whether an ampersand before it would be read as another character: <c>amp;</c>, <c>#65;</c>.</summary>
    public static bool IsEntity(ReadOnlySpan<char> after) =>
        after.IndexOf(';') is var end and > 0 && after[..end].IndexOfAnyExcept(NameCharacters) < 0;

    private static bool Ends(string words, int at, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (words.AsSpan(0, at).EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static char? At(string words, int at) => at >= 0 && at < words.Length ? words[at] : null;

    private static bool IsWord(string words, int at) => At(words, at) is { } c && char.IsLetterOrDigit(c);
}
