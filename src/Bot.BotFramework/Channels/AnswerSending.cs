using System.Net;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;

namespace Bot.BotFramework.Channels;

/// <summary>
/// Sends what Bot says in its richest form, and in a plainer one when that is refused: limits differ among those who speak the protocol, and a
/// refusal says for certain that nothing was shown.
/// </summary>
internal sealed class AnswerSending(ConnectorClient connector)
{
    /// <summary>Sends a new message, as the end of a stream if there is one.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="forms">The message, from its richest form to its plainest.</param>
    /// <param name="stream">The stream that is under way.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The last reply, and what the message is called.</returns>
    public async Task<(ConnectorReply Reply, string? Id)> SendAsync(ConversationReference to, IReadOnlyList<Activity> forms, TeamsStream? stream, CancellationToken cancellationToken)
    {
        if (stream is not null && await EndAsync(stream, forms, cancellationToken).ConfigureAwait(false) is { } ended)
        {
            return ended;
        }

        var reply = await FirstTakenAsync(forms, form => connector.PostAsync(to, to.ActivityId, to.Address(form), cancellationToken)).ConfigureAwait(false);
        return (reply, reply.Id is { Length: > 0 } id ? id : null);
    }

    /// <summary>Puts a message in the place of an earlier one.</summary>
    public Task<ConnectorReply> ReplaceAsync(ConversationReference to, string id, IReadOnlyList<Activity> forms, CancellationToken cancellationToken) =>
        FirstTakenAsync(forms, form => connector.PutAsync(to, id, to.Address(form), cancellationToken));

    // A stream that takes none of them is left, and the answer comes as an ordinary message.
    private static async Task<(ConnectorReply Reply, string Id)?> EndAsync(TeamsStream stream, IReadOnlyList<Activity> forms, CancellationToken cancellationToken)
    {
        foreach (var form in forms)
        {
            if (await stream.EndAsync(form, cancellationToken).ConfigureAwait(false) is not { } ended)
            {
                return null;
            }

            if (!IsOfForm(ended.Reply))
            {
                return ended;
            }
        }

        return null;
    }

    private static async Task<ConnectorReply> FirstTakenAsync(IReadOnlyList<Activity> forms, Func<Activity, Task<ConnectorReply>> send)
    {
        ConnectorReply reply;
        var next = 0;
        do
        {
            reply = await send(forms[next++]).ConfigureAwait(false);
        }
        while (IsOfForm(reply) && next < forms.Count);

        return reply;
    }

    private static bool IsOfForm(ConnectorReply reply) => reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge;
}
