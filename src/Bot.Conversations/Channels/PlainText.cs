using System.Globalization;
using System.Text;

namespace Bot.Conversations.Channels;

/// <summary>Text of articles, readers and models where no markup is read: on one line, without what could steer a screen, and not too long.</summary>
public static class PlainText
{
    private const string Ellipsis = "…";

    /// <summary>Its words: what stands between white space, without characters that steer.</summary>
    public static string[] Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (!IsControl(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words on one line.</summary>
    public static string Of(string text) => string.Join(' ', Words(text));

    /// <summary>The words on one line, in at most <paramref name="limit"/> UTF-16 code units: cut after a word, with … at the end.</summary>
    public static string Of(string text, int limit)
    {
        var whole = Of(text);
        if (whole.Length <= limit)
        {
            return whole;
        }

        var end = limit - Ellipsis.Length;
        var space = whole.LastIndexOf(' ', end, end / 2);
        end = space > 0 ? space : char.IsHighSurrogate(whole[end - 1]) ? end - 1 : end;
        return whole[..end].TrimEnd() + Ellipsis;
    }

    // Directional overrides would turn what follows; the marks that scripts need (LRM, RLM, joiners) stay.
    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0xfeff;
}
