using System.Net;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;

namespace Bot.BotFramework.Channels;

/// <summary>Takes back what was shown: deletes it, or where that cannot be done says in its place that it was taken back.</summary>
internal sealed class TakenBack(ConnectorClient connector, TimeProvider time)
{
    private const int Most = 4;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Takes a message back; what may be done twice is tried again.</summary>
    public async Task MessageAsync(ConversationReference to, string id, CancellationToken cancellationToken)
    {
        var deleted = await InsistAsync(() => connector.DeleteAsync(to, id, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!deleted.Done && deleted.Status is not (null or HttpStatusCode.NotFound or HttpStatusCode.Gone))
        {
            await InsistAsync(() => connector.PutAsync(to, id, to.Address(Words(to)), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a stream that no answer will end, and takes its message back.</summary>
    public async Task StreamAsync(ConversationReference to, TeamsStream stream, CancellationToken cancellationToken)
    {
        if (await stream.EndAsync(Words(to), cancellationToken).ConfigureAwait(false) is { Reply.Done: true } ended)
        {
            await MessageAsync(to, ended.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Activities.Activity Words(ConversationReference to) => AnswerActivities.OfWords(ChannelWords.Of("TakenBack", to.Locale), to.Locale);

    private async Task<ConnectorReply> InsistAsync(Func<Task<ConnectorReply>> send, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var reply = await send().ConfigureAwait(false);
            if (reply.Done || !reply.MayBeRepeated || reply.Status == HttpStatusCode.NotImplemented || tries == Most)
            {
                return reply;
            }

            var wait = reply.RetryAfter ?? Soon;
            await Task.Delay(wait < Longest ? wait : Longest, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
