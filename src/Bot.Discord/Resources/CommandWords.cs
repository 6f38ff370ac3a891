using System.Globalization;
using System.Resources;

namespace Bot.Discord.Resources;

/// <summary>What commands and their options are called and do, in Discord's locales that there is a resource file for.</summary>
internal static class CommandWords
{
    private static readonly ResourceManager Words = new("Bot.Discord.Resources.CommandWords", typeof(CommandWords).Assembly);
    private static readonly (string Locale, string Language)[] Translated = [("de", "de"), ("es-419", "es"), ("es-ES", "es"), ("fr", "fr")];

    /// <summary>A phrase in English: what Discord shows where it has no translation.</summary>
    public static string Of(string name) => Of(name, "en");

    /// <summary>Its translations, by Discord's locales.</summary>
    public static IReadOnlyDictionary<string, string> Translations(string name) =>
        Translated.ToDictionary(language => language.Locale, language => Of(name, language.Language), StringComparer.Ordinal);

    private static string Of(string name, string language) =>
        Words.GetString(name, CultureInfo.GetCultureInfo(language)) ?? throw new ArgumentException($"No phrase is called '{name}': add it to CommandWords.resx.", nameof(name));
}
