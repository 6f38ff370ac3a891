using System.Globalization;
using System.Resources;

namespace Bot.Conversations.Resources;

/// <summary>What the record says to readers, in their language where there is a resource file for it, else in English.</summary>
internal static class ReaderWords
{
    private const string Fallback = "en";

    private static readonly ResourceManager Words = new("Bot.Conversations.Resources.ReaderWords", typeof(ReaderWords).Assembly);
    private static readonly HashSet<string> Translated = new(["ar", "de", "en", "es", "fr"], StringComparer.Ordinal);

    /// <summary>The language in which a reader is spoken to.</summary>
    /// <param name="locale">A BCP 47 tag, as the reader's side sent it.</param>
    public static string LanguageFor(string? locale) =>
        locale?.Split('-', '_')[0].ToLowerInvariant() is { } primary && Translated.Contains(primary) ? primary : Fallback;

    /// <summary>One of the phrases.</summary>
    /// <param name="name">Its name in the resource files.</param>
    /// <param name="language">One that <see cref="LanguageFor"/> gave.</param>
    /// <param name="parts">What it is about: put in as they are.</param>
    public static string Of(string name, string language, params object[] parts)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var words = Words.GetString(name, culture) ?? throw new ArgumentException($"No phrase is called '{name}': add it to ReaderWords.resx.", nameof(name));
        return string.Format(culture, words, parts);
    }

    /// <summary>A day as the language writes it, without the weekday.</summary>
    public static string Date(DateTimeOffset moment, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var day = culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،');
        return moment.UtcDateTime.ToString(day, culture);
    }
}
