using Bot.Conversations.Resources;

namespace Bot.BotFramework.Resources;

/// <summary>What the channel itself says; what it has in common with others is in <see cref="Phrases.OfChannels"/>.</summary>
internal static class ChannelWords
{
    private static readonly Phrases Words = new("Bot.BotFramework.Resources.ChannelWords", typeof(ChannelWords).Assembly, Phrases.OfChannels);

    /// <inheritdoc cref="Phrases.LanguageOf"/>
    public static string LanguageOf(string? locale) => Phrases.LanguageOf(locale);

    /// <inheritdoc cref="Phrases.Of"/>
    public static string Of(string phrase, string? locale, params object[] parts) => Words.Of(phrase, locale, parts);
}
