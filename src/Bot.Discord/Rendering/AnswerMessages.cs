using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Rendering;

/// <summary>Makes Discord messages of what Bot says: text that any client, notification and screen reader shows, and rows of buttons.</summary>
internal static class AnswerMessages
{
    /// <summary>The most messages shown of one answer at once; the rest is behind a button.</summary>
    public const int Most = 3;

    /// <summary>The messages that say it, in order; never none. Whom they go to and their nonces are the sender's to add.</summary>
    /// <param name="said">What Bot says.</param>
    /// <param name="links">Where cited words are seen.</param>
    /// <param name="turn">The turn, which the buttons name.</param>
    /// <param name="locale">The reader's language, if known.</param>
    /// <param name="isPrivate">Whether only the asker sees them.</param>
    /// <param name="most">The most of them.</param>
    public static IReadOnlyList<Message> Of(Said said, Links links, TurnId turn, string? locale, bool isPrivate, int most = Most) => said switch
    {
        Said.Reply reply => Of(reply.Answer, links, turn, 0, isPrivate, most),
        Said.Apology apology => OfWords(ChannelWords.Of(apology.Reason.ToString(), apology.Locale ?? locale)),
        Said.Correction correction => OfWords($"{ChannelWords.Of("Correcting", locale)}\n{correction.Words}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The messages of an answer from one on.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="links">Where cited words are seen.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="from">How many were shown before: what a "more" button carries.</param>
    /// <param name="isPrivate">Whether only the asker sees them.</param>
    /// <param name="most">The most of them.</param>
    public static IReadOnlyList<Message> Of(Answer answer, Links links, TurnId turn, int from, bool isPrivate, int most = Most)
    {
        var pages = Pages.Of(AnswerLines.Of(answer, links));
        var end = Math.Min(from + most, pages.Count);
        return
        [
            .. pages.Take(end).Skip(from).Select((page, index) => new Message
            {
                Content = page.Content,
                Components = AnswerButtons.Of(answer, page.Numbers, turn, end < pages.Count ? end : null, isLast: from + index == end - 1, isPrivate),
            }),
        ];
    }

    /// <summary>Words that are no answer.</summary>
    public static IReadOnlyList<Message> OfWords(string words) => [.. Pages.Of(AnswerLines.OfWords(words)).Take(Most).Select(page => new Message { Content = page.Content })];
}
