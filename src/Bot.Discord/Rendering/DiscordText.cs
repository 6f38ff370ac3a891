using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversations.Channels;

namespace Bot.Discord.Rendering;

/// <summary>
/// Text of articles, readers and models in Discord's markdown, where none of it may come alive: no heading, list, quote, code, link, spoiler,
/// mention, timestamp, emoji or command. What is escaped shows as it was.
/// </summary>
/// <remarks>
/// A backslash makes any sign of punctuation literal. Addresses and mentions need more, since programs find them in the raw text: a word joiner,
/// which shows nothing, parts them. Each word is safe at every place of a line, so that a message may be split before any of them.
/// </remarks>
internal static partial class DiscordText
{
    private const char WordJoiner = '\u2060';

    /// <summary>The words on one line.</summary>
    public static string Of(string text) => string.Join(' ', PlainText.Words(text).Select(Word));

    /// <summary>One word.</summary>
    public static string Word(string word) => string.Concat(Atoms(word));

    /// <summary>One word in pieces of at most <paramref name="limit"/>, between which nothing stands.</summary>
    public static IEnumerable<string> Pieces(string word, int limit)
    {
        var piece = new StringBuilder();
        foreach (var atom in Atoms(word))
        {
            if (piece.Length + atom.Length > limit)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(atom);
        }

        yield return piece.ToString();
    }

    // What must not be parted: a sign with its escape.
    private static IEnumerable<string> Atoms(string word)
    {
        var parted = Alive().Replace(word, static found => found.Value is "." or "@" ? $"{found.Value}{WordJoiner}" : $"{WordJoiner}{found.Value}");
        var at = 0;
        foreach (var rune in parted.EnumerateRunes())
        {
            yield return IsSign(parted, at) ? $"\\{rune}" : rune.ToString();
            at += rune.Utf16SequenceLength;
        }
    }

    private static bool IsSign(string word, int at) => word[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '#' or '[' or ']' or ':' => true,

        // "- " begins a list and "-# " small words, but "well-known" shall stay as it is.
        '-' or '+' => at == 0 || at == word.Length - 1 || !char.IsLetterOrDigit(word[at - 1]) || !char.IsLetterOrDigit(word[at + 1]),

        // "2026. " is a list's number at the start of a line.
        '.' or ')' => at > 0 && at == word.Length - 1 && char.IsDigit(word[at - 1]),
        _ => false,
    };

    // The colon of an address, the sign of a mention, what would end a link that one of our markers began, and a dot as in a domain's name, which invitations need no scheme for.
    [GeneratedRegex(@":(?=//)|(?<=(?i:mailto|tel|sms|discord|steam)):|@|(?<=\])\(|(?<=[\p{L}\p{N}])\.(?=\p{L}{2})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alive();
}
