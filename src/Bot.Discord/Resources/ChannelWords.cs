using System.Globalization;
using Bot.Conversations.Resources;

namespace Bot.Discord.Resources;

/// <summary>What the channel itself says; what it has in common with others is in <see cref="Phrases.OfChannels"/>.</summary>
internal static class ChannelWords
{
    private static readonly Phrases Words = new("Bot.Discord.Resources.ChannelWords", typeof(ChannelWords).Assembly, Phrases.OfChannels);

    /// <inheritdoc cref="Phrases.Languages"/>
    public static IReadOnlyList<string> Languages => Phrases.Languages;

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    /// <inheritdoc cref="Phrases.LanguageOf"/>
    public static string LanguageOf(string? locale) => Phrases.LanguageOf(locale);

    /// <inheritdoc cref="Phrases.Of"/>
    public static string Of(string phrase, string? locale, params object[] parts) => Words.Of(phrase, locale, parts);

    /// <inheritdoc cref="Phrases.Date"/>
    public static string Date(DateTimeOffset moment, string? locale) => Phrases.Date(moment, locale);
}
