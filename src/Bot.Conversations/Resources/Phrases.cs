using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Bot.Conversations.Resources;

/// <summary>What is said to readers, in their language where there is a resource file for it, else in English.</summary>
/// <param name="name">The resource files' name, with its namespace.</param>
/// <param name="assembly">Whose they are.</param>
/// <param name="behind">Where to look for a phrase that these have not.</param>
public sealed class Phrases(string name, Assembly assembly, Phrases? behind = null)
{
    private const string Fallback = "en";

    private static readonly string[] Translated = ["ar", "de", "en", "es", "fr"];

    private readonly ResourceManager _words = new(name, assembly);

    /// <summary>What every channel says, each in its own way.</summary>
    public static Phrases OfChannels { get; } = new("Bot.Conversations.Resources.ChannelWords", typeof(Phrases).Assembly);

    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Languages => Translated;

    /// <summary>The language that a reader with this interface is spoken to.</summary>
    /// <param name="locale">A BCP 47 tag, or whatever the reader's side sent as one.</param>
    public static string LanguageOf(string? locale)
    {
        var primary = locale?.Split('-', '_')[0];
        return Translated.FirstOrDefault(language => string.Equals(language, primary, StringComparison.OrdinalIgnoreCase)) ?? Fallback;
    }

    /// <summary>A day as the language writes it, without the weekday.</summary>
    /// <param name="moment">A moment of that day, in UTC.</param>
    /// <param name="locale">The reader's.</param>
    public static string Date(DateTimeOffset moment, string? locale)
    {
        var culture = CultureInfo.GetCultureInfo(LanguageOf(locale));
        var day = culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،');
        return moment.UtcDateTime.ToString(day, culture);
    }

    /// <summary>One of the phrases.</summary>
    /// <param name="phrase">Its name in the resource files.</param>
    /// <param name="locale">The reader's.</param>
    /// <param name="parts">Put in as they are: a renderer must escape the whole.</param>
    /// <exception cref="ArgumentException">There is no such phrase.</exception>
    public string Of(string phrase, string? locale, params object[] parts)
    {
        var culture = CultureInfo.GetCultureInfo(LanguageOf(locale));
        return _words.GetString(phrase, culture) is { } words
            ? parts.Length == 0 ? words : string.Format(culture, words, parts)
            : behind?.Of(phrase, locale, parts) ?? throw new ArgumentException($"No phrase is called '{phrase}': add it to {name}.resx.", nameof(phrase));
    }
}
