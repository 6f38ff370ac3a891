using Bot.Conversations.Channels;
using Bot.Discord.Resources;
using Bot.Knowledge.Articles;

namespace Bot.Discord.Rendering;

/// <summary>An article named to readers: its title, a link to it, its date.</summary>
internal static class ArticleLine
{
    private const int Title = 80;

    /// <summary>An article's title, or its name when it has none to show.</summary>
    public static string TitleOf(Article article, int limit) =>
        PlainText.Of(article.Title, limit) is { Length: > 0 } title ? title : PlainText.Of(article.Slug, limit);

    /// <summary>The title, which leads to <paramref name="address"/> if there is one.</summary>
    public static IEnumerable<Token> Titled(Article article, string? address)
    {
        var title = TitleOf(article, Title);

        // A bracket within a link's words may end it, escaped or not.
        return address is not null && title.AsSpan().IndexOfAny('[', ']') < 0 ? [new($"[{DiscordText.Of(title)}](<{address}>)")] : AnswerLines.Words(title);
    }

    /// <summary>The title and the date.</summary>
    public static IEnumerable<Token> Dated(Article article, Links links, string? locale) =>
    [
        .. Titled(article, links.Of(article) ?? Links.SourceOf(article)),
        .. (article.Updated ?? article.Published) is { } date ? AnswerLines.Words($"({ChannelWords.Date(date, locale)})") : [],
    ];
}
