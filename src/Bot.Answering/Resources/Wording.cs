using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace Bot.Answering.Resources;

/// <summary>Bot's own words, in the reader's language where there is a resource file for it, else in English.</summary>
public static class Wording
{
    private static readonly ResourceManager Words = new("Bot.Answering.Resources.Wording", typeof(Wording).Assembly);

    /// <summary>The languages Bot itself speaks, as BCP 47 primary subtags.</summary>
    public static ImmutableArray<string> Languages => ["en", "de", "es", "fr", "ar"];

    /// <summary>One of Bot's phrases.</summary>
    /// <param name="name">Its name in the resource files.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="parts">What it is about: put in as they are, so a renderer must escape the whole.</param>
    /// <exception cref="ArgumentException">No resource file has the name.</exception>
    public static string Of(string name, string language, params object[] parts)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var words = Words.GetString(name, culture) ?? throw new ArgumentException($"No phrase is called '{name}': add it to Wording.resx.", nameof(name));
        return parts.Length == 0 ? words : string.Format(culture, words, parts);
    }

    /// <summary>Whether a text begins with one of Bot's phrases, in any of its languages.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The phrases' names in the resource files; each is about one thing or none.</param>
    /// <exception cref="ArgumentException">No resource file has one of the names.</exception>
    public static bool Opens(string text, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Languages.Any(language => Of(name, language).Split("{0}") is [var before, .. var after] && text.StartsWith(before, StringComparison.Ordinal)
                && after.All(rest => text.IndexOf(rest, before.Length, StringComparison.Ordinal) >= 0)))
            {
                return true;
            }
        }

        return false;
    }
}
