using Bot.BotFramework.Activities;
using Bot.Conversations.Privacy;

namespace Bot.BotFramework.Serving;

/// <summary>Takes each activity where it belongs.</summary>
internal sealed class Dispatcher(Messages messages, Questions questions, Arrivals arrivals, Invokes invokes, ReaderPrivacy privacy, RecentActivities recent, ActivityMetrics metrics)
{
    /// <summary>Takes it.</summary>
    /// <returns>What the response carries; <see langword="null"/> for nothing.</returns>
    public async Task<object?> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        // The record knows questions that come again; the rest is known here.
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.Invoke) && !recent.IsNew(activity))
        {
            metrics.Count(activity.Type, "repeated");
            return null;
        }

        var (taken, response) = await DispatchAsync(activity with { Locale = activity.SpokenLocale() }, cancellationToken).ConfigureAwait(false);
        metrics.Count(activity.Type, taken ? "taken" : "ignored");
        return response;
    }

    private async Task<(bool Taken, object? Response)> DispatchAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Message:
            case ActivityTypes.MessageUpdate:
                return (true, await messages.TakeAsync(activity, cancellationToken).ConfigureAwait(false));
            case ActivityTypes.MessageDelete:
                await questions.WithdrawAsync(activity, cancellationToken).ConfigureAwait(false);
                return (true, null);
            case ActivityTypes.ConversationUpdate:
            case ActivityTypes.InstallationUpdate:
                await arrivals.TakeAsync(activity, cancellationToken).ConfigureAwait(false);
                return (true, null);
            case ActivityTypes.Event:
                return (await invokes.TakeEventAsync(activity, cancellationToken).ConfigureAwait(false), null);
            case ActivityTypes.Invoke:
                var answer = await invokes.AnswerAsync(activity, cancellationToken).ConfigureAwait(false);
                return (answer.Status != 501, answer);
            case ActivityTypes.EndOfConversation:
                await privacy.ForgetAsync(Names.ChannelOf(activity), Names.ConversationOf(activity), cancellationToken).ConfigureAwait(false);
                return (true, null);
            case ActivityTypes.Typing:
            case ActivityTypes.MessageReaction:
                return (true, null);
            default:
                // Whoever sends what nobody here knows should not send it again.
                return (false, new InvokeResponse(200));
        }
    }
}
