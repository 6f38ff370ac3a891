using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Rendering;

/// <summary>
/// Text of articles, readers and models in a markdown message, where none of it may come alive. Signs become character references and not
/// backslash escapes: Teams goes on to HTML, where they mean the same, and Web Chat reads <c>\[</c> and <c>\(</c> as mathematics.
/// </summary>
internal static partial class MarkdownText
{
    // Shows nothing and parts what clients would turn into links of their own accord.
    private const char WordJoiner = '\u2060';

    /// <summary>The words on one line, fit to begin one.</summary>
    public static string Of(string text)
    {
        var plain = Link().Replace(PlainText.Of(text), found => Parted(found.Value));
        var safe = new StringBuilder(plain.Length + 16);
        var atStart = true;
        for (var at = 0; at < plain.Length; at++)
        {
            var sign = plain[at];
            if (IsSign(sign) || (atStart && IsStart(plain, at)))
            {
                safe.Append("&#").Append((int)sign).Append(';');
            }
            else
            {
                safe.Append(sign);
            }

            atStart = atStart && char.IsAsciiDigit(sign);
        }

        // Two colons begin a directive for some readers.
        return safe.Replace("::", ":&#58;").ToString();
    }

    /// <summary>A title within the double quotes of a link definition.</summary>
    public static string Title(string text) => Of(text).Replace("\"", "&#34;", StringComparison.Ordinal);

    private static bool IsSign(char sign) => sign is '&' or '<' or '>' or '*' or '_' or '`' or '[' or ']' or '~' or '|' or '\\' or '$' or '^' or '{' or '}' or '=' or '+';

    // "2026. It" would be a list's number; "11.4 km" is none.
    private static bool IsStart(string text, int at) =>
        at == 0 ? text[at] is '#' or '-' or ':' or '!' : text[at] is '.' or ')' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    // A scheme is one only beside its colon.
    private static string Parted(string found) =>
        found[^1] == ':' ? $"{found[..^1]}{WordJoiner}:" : $"{found}{WordJoiner}";

    // The colon of an address's scheme, "www", the sign of a mail address or mention, a dot as in a domain's name, and what looks like a citation's number.
    [GeneratedRegex(@":(?=//)|:(?<=(?i:mailto|xmpp|tel|skype|javascript|data|vbscript):)|(?i:www)(?=\.)|@|\.(?<=[\p{L}\p{N}]\.)(?=\p{L}{2})|\[(?=\p{Nd}+\])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
