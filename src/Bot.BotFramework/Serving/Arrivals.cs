using Bot.BotFramework.Activities;
using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Serving;

/// <summary>Greets a conversation once, when somebody who is not the bot comes into it or the bot is installed.</summary>
internal sealed class Arrivals(ChannelState state, Shelf shelf, Links links, Notes notes)
{
    public async Task TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var removed = activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action?.StartsWith("remove", StringComparison.OrdinalIgnoreCase) == true
            : (activity.MembersRemoved ?? []).Any(member => IsBot(member, activity));
        if (removed)
        {
            // Who installs it again is greeted again.
            await state.RememberAsync(BotFrameworkChannel.ChannelName, KeyOf(activity), null, cancellationToken).ConfigureAwait(false);
        }
        else if (IsArrival(activity) && await IsFirstAsync(activity, cancellationToken).ConfigureAwait(false))
        {
            var to = ConversationReference.Of(activity) with { ActivityId = null };
            notes.Send(to, shelf.Welcome(to, links));
        }
    }

    private static bool IsArrival(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action?.StartsWith("add", StringComparison.OrdinalIgnoreCase) == true
        : (activity.MembersAdded ?? []).Any(member => !IsBot(member, activity));

    private static bool IsBot(ChannelAccount member, Activity activity) => member.Id is not null && member.Id == activity.Recipient?.Id;

    private static string KeyOf(Activity activity) => $"welcome/{RecentActivities.NameOf(activity, null)}";

    // Teams sends both kinds of arrival at once, and each may come to another machine.
    private Task<bool> IsFirstAsync(Activity activity, CancellationToken cancellationToken) =>
        state.TryRememberAsync(BotFrameworkChannel.ChannelName, KeyOf(activity), "1", cancellationToken);
}
