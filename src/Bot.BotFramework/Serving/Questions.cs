using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.DirectLine;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Serving;

/// <summary>Questions of activities, and their changes.</summary>
internal sealed class Questions(Reception reception, ChannelState state, Shelf shelf, Withdrawals withdrawals)
{
    /// <summary>Hands a question in.</summary>
    public async Task<Admission> AskAsync(Activity activity, string text, ConversationReference to, CancellationToken cancellationToken) =>
        await AskAsync(activity, text, to, EventOf(activity), cancellationToken).ConfigureAwait(false);

    /// <summary>A question was edited: the old one is taken back, and the new one asked.</summary>
    public async Task<Admission> AskAgainAsync(Activity activity, string text, ConversationReference to, CancellationToken cancellationToken)
    {
        var edited = RecentActivities.NameOf(activity, $"{activity.Id}\n{activity.Timestamp?.UtcTicks}\n{text}");
        if (await LatestAsync(activity, cancellationToken).ConfigureAwait(false) is var latest && latest != edited)
        {
            await withdrawals.TakeAsync(latest, to, cancellationToken).ConfigureAwait(false);
            await state.RememberAsync(Names.ChannelOf(activity), KeyOf(activity), edited, cancellationToken).ConfigureAwait(false);
        }

        return await AskAsync(activity, text, to, edited, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A question was deleted, or is none any more.</summary>
    public async Task WithdrawAsync(Activity activity, CancellationToken cancellationToken) =>
        await withdrawals.TakeAsync(await LatestAsync(activity, cancellationToken).ConfigureAwait(false), ConversationReference.Of(activity), cancellationToken).ConfigureAwait(false);

    private static string EventOf(Activity activity) => RecentActivities.NameOf(activity, activity.Id ?? Guid.NewGuid().ToString("N"));

    private static string KeyOf(Activity activity) => $"edited/{EventOf(activity)}";

    private async Task<string> LatestAsync(Activity activity, CancellationToken cancellationToken) =>
        await state.GetAsync(Names.ChannelOf(activity), KeyOf(activity), cancellationToken).ConfigureAwait(false) ?? EventOf(activity);

    private async Task<Admission> AskAsync(Activity activity, string text, ConversationReference to, string eventId, CancellationToken cancellationToken) =>
        await reception.AskAsync(
            new()
            {
                Channel = Names.ChannelOf(activity),
                EventId = eventId,
                Conversation = Names.ConversationOf(activity),
                Asker = Names.AskerOf(activity),
                Text = text,
                Place = new(to.Write(), to.IsPersonal),
                Article = await shelf.ChosenAsync(activity, cancellationToken).ConfigureAwait(false),
                Locale = activity.Locale,
                Asked = activity.Timestamp,
                Echo = activity.IsOurs ? DirectLineActivities.Echo(activity) : null,
            },
            cancellationToken).ConfigureAwait(false);
}
