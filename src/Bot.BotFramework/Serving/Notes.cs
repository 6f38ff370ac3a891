using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Serving;

/// <summary>Sends what is no answer: once, and again only when it certainly was not shown.</summary>
internal sealed class Notes(ConnectorClient connector, Errands errands, TimeProvider time)
{
    private const int Most = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Sends it after the request is answered.</summary>
    public void Send(ConversationReference to, Activity message) => errands.Add(token => SendAsync(to, message, token));

    private async Task SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Most; tries++)
        {
            var receipt = (await connector.PostAsync(to, to.ActivityId, to.Address(message), cancellationToken).ConfigureAwait(false)).OfNew();
            if (receipt is not Receipt.NotShown { RetryAfter: { } wait } || tries == Most)
            {
                return;
            }

            await Task.Delay(wait < Longest ? wait : Longest, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
