using System.Globalization;
using System.Resources;

namespace Bot.Discord.Resources;

/// <summary>What the channel itself says, in a language where there is a resource file for it, else in English.</summary>
internal static class ChannelWords
{
    private const string Fallback = "en";

    private static readonly ResourceManager Words = new("Bot.Discord.Resources.ChannelWords", typeof(ChannelWords).Assembly);
    private static readonly string[] Translated = ["ar", "de", "en", "es", "fr"];

    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Languages => Translated;

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    /// <summary>The language that a reader with this interface is spoken to.</summary>
    /// <param name="locale">One of Discord's locales, such as <c>es-419</c>, or any other.</param>
    public static string LanguageOf(string? locale)
    {
        var primary = locale?.Split('-', '_')[0];
        return Translated.FirstOrDefault(language => string.Equals(language, primary, StringComparison.OrdinalIgnoreCase)) ?? Fallback;
    }

    /// <summary>One of the channel's phrases.</summary>
    /// <param name="name">Its name in the resource files.</param>
    /// <param name="locale">The reader's.</param>
    /// <param name="parts">Put in as they are: a renderer must escape the whole.</param>
    public static string Of(string name, string? locale, params object[] parts)
    {
        var culture = CultureInfo.GetCultureInfo(LanguageOf(locale));
        var words = Words.GetString(name, culture) ?? throw new ArgumentException($"No phrase is called '{name}': add it to ChannelWords.resx.", nameof(name));
        return parts.Length == 0 ? words : string.Format(culture, words, parts);
    }

    /// <summary>A day as the language writes it, without the weekday.</summary>
    public static string Date(DateTimeOffset moment, string? locale)
    {
        var culture = CultureInfo.GetCultureInfo(LanguageOf(locale));
        var day = culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،');
        return moment.UtcDateTime.ToString(day, culture);
    }
}
