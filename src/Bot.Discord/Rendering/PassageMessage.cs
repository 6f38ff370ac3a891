using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Rendering;

/// <summary>The passage of a citation, with the cited words marked.</summary>
internal static class PassageMessage
{
    private const int Title = 200;
    private const int Around = 300;
    private const int Cited = 500;

    /// <summary>The message; always one.</summary>
    public static Message Of(Citation citation, Links links, string language)
    {
        var title = ArticleLine.TitleOf(citation.Article, Title);
        var dated = (citation.Article.Updated ?? citation.Article.Published) is { } date ? $" ({ChannelWords.Date(date, language)})" : "";
        var (before, after) = citation.Passage is { } passage && citation.Field is null
            ? (citation.Article.Text[passage.Span.Start..citation.Span.Start], citation.Article.Text[citation.Span.End..passage.Span.End])
            : ("", "");
        string[] words = [End(before), $"**{DiscordText.Of(PlainText.Of(citation.Quote, Cited))}**", DiscordText.Of(PlainText.Of(after, Around))];
        string[] lines =
        [
            $"**{DiscordText.Of(title + dated)}**",
            string.Join(' ', words.Where(part => part.Length > 0)),
            .. links.Of(citation) is { } page ? (string[])[$"[{DiscordText.Of(ChannelWords.Of("Page", language))}](<{page}>)"] : [],
            .. Links.SourceOf(citation.Article) is { } source ? (string[])[$"[{DiscordText.Of(ChannelWords.Of("Source", language))}](<{source}>)"] : [],
        ];
        return new() { Content = string.Join('\n', lines) };
    }

    // The last words before the cited ones.
    private static string End(string text)
    {
        var words = PlainText.Words(text);
        var from = words.Length;
        for (var length = 0; from > 0 && (length += words[from - 1].Length + 1) <= Around; from--)
        {
        }

        return string.Join(' ', (from > 0 && from < words.Length ? ["…"] : (string[])[]).Concat(words[from..].Select(DiscordText.Word)));
    }
}
