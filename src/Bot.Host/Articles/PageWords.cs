using System.Globalization;
using System.Resources;

namespace Bot.Host.Articles;

/// <summary>The pages' own words, in a language where there is a resource file for it, else in English.</summary>
internal static class PageWords
{
    public const string Fallback = "en";

    private static readonly ResourceManager Words = new("Bot.Host.Resources.PageWords", typeof(PageWords).Assembly);
    private static readonly HashSet<string> Translated = new(["ar", "de", "en", "es", "fr"], StringComparer.Ordinal);
    private static readonly HashSet<string> RightToLeft = new(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.Ordinal);

    public static bool Speaks(string language) => Translated.Contains(language);

    /// <summary>The language the pages speak about something in <paramref name="language"/>.</summary>
    public static string LanguageFor(string language) => Speaks(language) ? language : Fallback;

    public static string Of(string name, string language) =>
        Words.GetString(name, CultureInfo.GetCultureInfo(LanguageFor(language))) ?? throw new ArgumentException($"No words are called '{name}': add them to PageWords.resx.", nameof(name));

    /// <summary>The direction a language is written in: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string Direction(string language) => RightToLeft.Contains(language) ? "rtl" : "ltr";
}
