using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Serving;

/// <summary>Takes questions back that their readers edited or deleted, and what was shown of them.</summary>
internal sealed class Withdrawals(Reception reception, RecordedTurns turns, BotFrameworkChannel channel, Errands errands)
{
    /// <summary>Takes a question back. What was shown of it, or is just being sent, is taken back after the request.</summary>
    /// <param name="eventId">The question's event.</param>
    /// <param name="to">Where it was asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task TakeAsync(string eventId, ConversationReference to, CancellationToken cancellationToken)
    {
        if (await reception.CancelAsync(BotFrameworkChannel.ChannelName, eventId, cancellationToken).ConfigureAwait(false) == Withdrawal.TooLate)
        {
            errands.Add(token => UnshowAsync(eventId, to, token));
        }
    }

    private async Task UnshowAsync(string eventId, ConversationReference to, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(BotFrameworkChannel.ChannelName, eventId, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return;
        }

        await foreach (var happened in reception.WatchAsync(turn.Id, cancellationToken).ConfigureAwait(false))
        {
            if (happened is TurnEvent.Settled { Turn: { MessageId: { } message } settled }
                && await reception.TakenBackAsync(settled.Id, cancellationToken).ConfigureAwait(false))
            {
                await channel.DeleteAsync(new(to.Write(), to.IsPersonal), message, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
