using System.Text;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>Which characters a canonical text may hold.</summary>
internal static class Characters
{
    /// <summary>Whether it only parts words or lines, and runs of it count as one space.</summary>
    public static bool IsGap(char c) => c is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether nothing of it is seen: controls, byte order marks, soft hyphens, zero-width spaces.</summary>
    public static bool IsUnseen(char c) => c is '\uFEFF' or '\u00AD' or '\u200B' || char.IsControl(c);

    /// <summary>NFC; lone surrogates and the non-character U+FFFE, which have no normal form, become U+FFFD first.</summary>
    public static string Normalize(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            text = Repair(text);
        }

        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Words on one line, as for a title; <see langword="null"/> when there are none.</summary>
    public static string? OneLine(string? words)
    {
        var line = new BlockDraft(Articles.BlockKind.Paragraph);
        line.Append(words);
        return line.Words is { Length: > 0 } text ? text.Replace('\n', ' ') : null;
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return repaired.ToString();
    }
}
