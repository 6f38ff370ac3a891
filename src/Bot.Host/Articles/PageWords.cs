using System.Globalization;
using System.Resources;

namespace Bot.Host.Articles;

/// <summary>The pages' own words, in a language where there is a resource file for it, else in English.</summary>
internal static class PageWords
{
    public const string Fallback = "en";

    private static readonly ResourceManager Words = new("Bot.Host.Resources.PageWords", typeof(PageWords).Assembly);
    private static readonly HashSet<string> RightToLeft = new(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.Ordinal);

    /// <summary>The languages there are words in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "de", "en", "es", "fr"];

    public static bool Speaks(string language) => Languages.Contains(language, StringComparer.Ordinal);

    /// <summary>The language the pages speak about something in <paramref name="language"/>.</summary>
    public static string LanguageFor(string language) => Speaks(language) ? language : Fallback;

    /// <summary>Some words.</summary>
    /// <param name="name">Their name in the resource files.</param>
    /// <param name="language">The language, a BCP 47 primary subtag.</param>
    /// <param name="parts">Put in as they are.</param>
    public static string Of(string name, string language, params object[] parts)
    {
        var culture = CultureInfo.GetCultureInfo(LanguageFor(language));
        var words = Words.GetString(name, culture) ?? throw new ArgumentException($"No words are called '{name}': add them to PageWords.resx.", nameof(name));
        return parts.Length == 0 ? words : string.Format(culture, words, parts);
    }

    /// <summary>The direction a language is written in: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string Direction(string language) => RightToLeft.Contains(language) ? "rtl" : "ltr";
}
