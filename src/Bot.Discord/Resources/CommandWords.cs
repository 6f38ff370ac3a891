using System.Globalization;
using System.Resources;
using Bot.Discord.Messages;

namespace Bot.Discord.Resources;

/// <summary>What commands and their options are called and do, in Discord's locales that there is a resource file for.</summary>
internal static class CommandWords
{
    private static readonly ResourceManager Words = new("Bot.Discord.Resources.CommandWords", typeof(CommandWords).Assembly);
    private static readonly (string Locale, string Language)[] Translated = [("de", "de"), ("es-419", "es"), ("es-ES", "es"), ("fr", "fr")];

    /// <summary>A command that is typed, with what it is called and does.</summary>
    /// <param name="name">Its name in English, by which Bot knows it.</param>
    /// <param name="words">Its description's name in the resource files; that of its own name there has "Name" behind it.</param>
    public static ApplicationCommand Command(string name, string words) => new(name)
    {
        NameLocalizations = Translations($"{words}Name"),
        Description = Of(words),
        DescriptionLocalizations = Translations(words),
    };

    /// <summary>An option.</summary>
    /// <param name="type">What is said with it.</param>
    /// <param name="name">Its name in English, by which Bot knows it.</param>
    /// <param name="named">Its own name in the resource files, without the "Name" behind it.</param>
    /// <param name="words">Its description's.</param>
    public static CommandOption Option(int type, string name, string named, string words) => new(type, name, Of(words))
    {
        NameLocalizations = Translations($"{named}Name"),
        DescriptionLocalizations = Translations(words),
    };

    /// <summary>A phrase in English: what Discord shows where it has no translation.</summary>
    public static string Of(string name) => In("en", name);

    /// <summary>A phrase as a reader sees it.</summary>
    /// <param name="name">Its name in the resource files.</param>
    /// <param name="locale">The reader's.</param>
    public static string Of(string name, string? locale) => In(Translated.FirstOrDefault(language => language.Language == locale?.Split('-', '_')[0]).Language ?? "en", name);

    /// <summary>Its translations, by Discord's locales.</summary>
    public static IReadOnlyDictionary<string, string> Translations(string name) =>
        Translated.ToDictionary(language => language.Locale, language => In(language.Language, name), StringComparer.Ordinal);

    private static string In(string language, string name) =>
        Words.GetString(name, CultureInfo.GetCultureInfo(language)) ?? throw new ArgumentException($"No phrase is called '{name}': add it to CommandWords.resx.", nameof(name));
}
