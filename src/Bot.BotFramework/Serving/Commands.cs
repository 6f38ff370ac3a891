using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Privacy;

namespace Bot.BotFramework.Serving;

/// <summary>What people may say that is no question: the same words in every language.</summary>
internal sealed class Commands(Shelf shelf, ReaderPrivacy privacy, Links links)
{
    /// <summary>Does what was said; <see langword="null"/> when it is a question.</summary>
    public async Task<Activity?> RunAsync(Activity activity, string text, ConversationReference to, CancellationToken cancellationToken)
    {
        if (text.Length == 0 && activity.Value is { } value && value.Words(Shelf.ArticleValue) is { } slug)
        {
            return Words(await shelf.ChooseAsync(activity, slug, cancellationToken).ConfigureAwait(false), to);
        }

        switch (text.TrimStart('/').TrimEnd('.', '!', '?').Trim().ToLowerInvariant())
        {
            case "articles":
                return shelf.List(to);
            case "help":
                return Words(ChannelWords.Of("Help", to.Locale), to);
            case "privacy":
                return Privacy(to);
            case "forget":
                await privacy.ForgetAsync(Names.ChannelOf(activity), Names.ConversationOf(activity), cancellationToken).ConfigureAwait(false);
                return Words(ChannelWords.Of("Forgotten", to.Locale), to);
            case "delete my data":
                var deleted = await privacy.DeleteAsync(Names.ChannelOf(activity), Names.AskerOf(activity), cancellationToken).ConfigureAwait(false);
                return Words(ChannelWords.Of("Deleted", to.Locale, deleted), to);
            default:
                return null;
        }
    }

    private Activity Privacy(ConversationReference to)
    {
        var said = Words(privacy.TextIn(to.Locale), to);
        return links.Privacy is { } address ? said with { Text = $"{said.Text}\n\n[{MarkdownText.Of(ChannelWords.Of("Privacy", to.Locale))}]({address})" } : said;
    }

    private static Activity Words(string words, ConversationReference to) => AnswerActivities.OfWords(words, to.Locale);
}
