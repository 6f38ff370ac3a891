using System.Globalization;
using System.Text;

namespace Bot.Knowledge.Languages;

/// <summary>A text as people type it when they do not mind its signs: letters and digits in lower case, single spaces for all else.</summary>
public static class FoldedText
{
    /// <summary>Folds a text.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Trim();
    }
}
