namespace Bot.Conversations.Resources;

/// <summary>What the record says to readers.</summary>
internal static class ReaderWords
{
    private static readonly Phrases Words = new("Bot.Conversations.Resources.ReaderWords", typeof(ReaderWords).Assembly);

    /// <inheritdoc cref="Phrases.Of"/>
    public static string Of(string phrase, string? locale, params object[] parts) => Words.Of(phrase, locale, parts);
}
