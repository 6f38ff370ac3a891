using System.Globalization;
using System.Text;

namespace Bot.Knowledge.Reading.Files;

/// <summary>Makes an article's slug from its file's path.</summary>
internal static class ArticleSlug
{
    /// <summary>Whether a file holds many articles, each with a slug of its own.</summary>
    public static bool IsCollection(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The path without its extension; of each part, letters and digits of any script in lower case, all else as hyphens.
    /// </summary>
    /// <exception cref="UnreadableException">A part has neither letters nor digits.</exception>
    public static string Of(string file)
    {
        var parts = Path.ChangeExtension(file, null).Split('/').Select(Safe).ToArray();
        return parts.All(part => part.Length > 0)
            ? string.Join('/', parts)
            : throw new UnreadableException(null, $"The name '{file}' has a part with neither letters nor digits.", "Rename it.");
    }

    private static string Safe(string part)
    {
        var safe = new StringBuilder();
        foreach (var rune in part.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || (isMark && safe.Length > 0))
            {
                safe.Append(Rune.ToLowerInvariant(rune));
            }
            else if (safe.Length > 0 && safe[^1] != '-')
            {
                safe.Append('-');
            }
        }

        return safe.ToString().TrimEnd('-').Normalize(NormalizationForm.FormC);
    }
}
