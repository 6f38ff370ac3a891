using System.Text;
using System.Text.RegularExpressions;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Takes off what models dress their sentences in: bullets, emphasis, headings, links and lists of sources.</summary>
internal static partial class Dressing
{
    /// <summary>The plain text, one paragraph or list item a line; headings and a closing list of sources are gone.</summary>
    public static string Strip(string text, Lexicon lexicon)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var isCounted = lines.Count(line => Counted().IsMatch(line)) > 1;
        var plain = new StringBuilder(text.Length);
        foreach (var line in lines)
        {
            var bare = Plain(Bullet().Replace(line, ""));
            bare = isCounted ? Counted().Replace(bare, "") : bare;
            if (IsSourceHeading(bare, lexicon))
            {
                break;
            }

            if (bare.Length > 0 && !IsHeading(line, bare) && !Definition().IsMatch(bare))
            {
                plain.Append(bare).Append('\n');
            }
        }

        return plain.ToString();
    }

    private static string Plain(string line)
    {
        line = Superscript().Replace(line, "[$1]");
        line = Tag().Replace(line, "");
        line = Link().Replace(line, "[$1]");
        return Emphasis().Replace(Unlinked().Replace(line, "$1"), "").Trim();
    }

    private static bool IsHeading(string line, string bare) =>
        Heading().IsMatch(line) || (BoldLine().IsMatch(line) && bare[^1] is not ('.' or '!' or '?' or '。'))
            || line.TrimStart().StartsWith("```", StringComparison.Ordinal);

    private static bool IsSourceHeading(string bare, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(bare.TrimStart('#', ' '));
        var length = lexicon.SourceHeadings.Match(tokens, 0, out _);
        return length > 0 && (length == tokens.Length || tokens[length].Is(':') || tokens[length].Is('：') || tokens[length].Is('['));
    }

    // No text makes them slow: what repeats is bounded, or ends before a letter it cannot take, and begins but once, at the start or behind a sign.
    [GeneratedRegex(@"^\s*(?:>\s*)*(?:[-*+•‣◦–]\s+)?")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*#{1,6}\s")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:\*\*|__)[^*_]{1,200}(?:\*\*|__):?\s*$")]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"^\[\^?\d+\]:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"<sup>\s*\[?(\d{1,3})\]?\s*</sup>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Superscript();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[\[?(\^?\d{1,3})\]?\]\([^()\s]{0,300}\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!?\[([^\[\]]{1,200})\]\([^()\s]{0,300}\)")]
    private static partial Regex Unlinked();

    [GeneratedRegex(@"\*{1,3}|__|`+")]
    private static partial Regex Emphasis();
}
