using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.Conversations.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Serving;

/// <summary>Sends what is no answer: once, and again only when it certainly was not shown.</summary>
internal sealed partial class Notes(ConnectorClient connector, Errands errands, TimeProvider time, ILogger<Notes> logger)
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
                Report(receipt);
                return;
            }

            await Task.Delay(wait < Longest ? wait : Longest, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Report(Receipt receipt)
    {
        switch (receipt)
        {
            case Receipt.NotShown refused:
                LogNotShown(refused.Reason);
                break;
            case Receipt.Unknown unknown:
                LogUnknown(unknown.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Something beside the answers was not shown: {Reason}")]
    private partial void LogNotShown(string reason);

    [LoggerMessage(LogLevel.Warning, "Nobody knows whether something beside the answers was shown: {Reason}")]
    private partial void LogUnknown(string reason);
}
