using Bot.Conversations.Records;
using Bot.Discord.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Threads;

namespace Bot.Discord.Commands;

/// <summary><c>/sources</c>: the articles that the asker's last answer here cites, with buttons that show the cited words.</summary>
internal sealed class SourcesCommand(RecordedTurns turns, OwnThreads threads, Links links) : ICommand
{
    public ApplicationCommand Definition => CommandWords.Command("sources", "Sources");

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        var last = await turns.LastAnsweredAsync(DiscordChannel.ChannelName, await threads.ConversationOfAsync(used.ChannelId, used.UserId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (last is not { Answer: { Citations.IsEmpty: false } answer })
        {
            return InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of(last is null ? "NoAnswerYet" : "NoSources", used.Locale))[0]);
        }

        Line[] lines =
        [
            .. answer.Citations
                .GroupBy(citation => citation.Article.Slug, StringComparer.Ordinal)
                .Select(cited => Line.Of(Line.Bullet, [.. cited.Select(citation => AnswerLines.Marker(citation, links)), .. ArticleLine.Dated(cited.First().Article, links, used.Locale)])),
        ];
        var page = Listing.Of(ChannelWords.Of("SourcesLead", used.Locale), lines, left => ChannelWords.Of("SourcesLeft", used.Locale, left));
        return InteractionResponse.Private(new()
        {
            Content = page.Content,
            Components = AnswerButtons.Of(answer, page.Numbers, last.Id, more: null, isLast: false, isPrivate: true),
        });
    }
}
