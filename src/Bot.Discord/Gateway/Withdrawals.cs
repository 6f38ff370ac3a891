using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Discord.Channels;

namespace Bot.Discord.Gateway;

/// <summary>Takes questions back whose messages were edited or deleted, and the answers that were shown to them.</summary>
internal sealed class Withdrawals(Reception reception, RecordedTurns turns, DiscordChannel channel)
{
    /// <summary>Takes a question back, if the event asked one.</summary>
    /// <param name="eventId">The question's event.</param>
    /// <param name="place">Where it was asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task TakeAsync(string eventId, Place place, CancellationToken cancellationToken)
    {
        // Looked up first, since most messages that people delete were no questions.
        if (await turns.FindAsync(DiscordChannel.ChannelName, eventId, cancellationToken).ConfigureAwait(false) is { } turn
            && await reception.CancelAsync(DiscordChannel.ChannelName, eventId, cancellationToken).ConfigureAwait(false) == Withdrawal.TooLate)
        {
            await UnshowAsync(turn.Id, place, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task UnshowAsync(TurnId turn, Place place, CancellationToken cancellationToken)
    {
        await foreach (var happened in reception.WatchAsync(turn, cancellationToken).ConfigureAwait(false))
        {
            if (happened is TurnEvent.Settled { Turn: { MessageId: { } message } settled })
            {
                // First the message: what is noted as taken back would not be deleted any more after a crash.
                await channel.DeleteAsync(place, message, cancellationToken).ConfigureAwait(false);
                await reception.TakenBackAsync(settled.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
