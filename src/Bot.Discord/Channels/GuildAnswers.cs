using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Messages;
using Bot.Discord.Rest;
using Bot.Discord.Threads;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Channels;

/// <summary>Discord as a channel of the record, with what follows an answer: its thread, why it is private, or that it could not be shown.</summary>
internal sealed partial class GuildAnswers(IChannel channel, AnswerThreads threads, MentionReplies replies, ToldOnce told, RestClient rest, TimeProvider time, ILogger<GuildAnswers> logger) : IChannel
{
    public string Name => channel.Name;

    public bool RecognisesRepeat(Delivery delivery) => channel.RecognisesRepeat(delivery);

    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => channel.ProgressAsync(place, stage, cancellationToken);

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var receipt = await channel.DeliverAsync(delivery, cancellationToken).ConfigureAwait(false);
        try
        {
            await FollowAsync(delivery, DiscordPlace.Of(delivery.Place), receipt, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // What became of the answer stands.
            LogNotFollowed(error);
        }

        return receipt;
    }

    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => channel.EditAsync(delivery, messageId, cancellationToken);

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => channel.DeleteAsync(place, messageId, cancellationToken);

    private async Task FollowAsync(Delivery delivery, DiscordPlace place, Receipt receipt, CancellationToken cancellationToken)
    {
        switch (receipt)
        {
            case Receipt.Shown shown:
                await FollowAsync(delivery, place, shown, cancellationToken).ConfigureAwait(false);
                break;
            case Receipt.NotShown { RetryAfter: null } when place is { IsDirect: false, AskerId: { } asker, MessageId: { } message }:
                await replies.SayClosedAsync(place.ChannelId, asker, message, place.Locale, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async Task FollowAsync(Delivery delivery, DiscordPlace place, Receipt.Shown shown, CancellationToken cancellationToken)
    {
        if (place.Thread is not null && shown.MessageId is { Length: > 0 } messages)
        {
            await threads.OpenAsync(delivery, place, messages.Split(','), cancellationToken).ConfigureAwait(false);
        }

        if (place is { Note: { } note, Interaction: { } interaction } && interaction.IsAlive(time.GetUtcNow()) && await told.IsFirstAsync(note.Key, cancellationToken).ConfigureAwait(false))
        {
            var words = new Message { Content = note.Words, Flags = Message.SuppressEmbeds | Message.Ephemeral };
            await rest.SendAsync(Routes.CreateFollowup(interaction.ApplicationId, interaction.Token, words), cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What follows an answer could not be done.")]
    private partial void LogNotFollowed(Exception error);
}
