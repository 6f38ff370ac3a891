using Bot.BotFramework.Activities;
using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Serving;

/// <summary>Greets a conversation once, when somebody who is not the bot comes into it or the bot is installed.</summary>
internal sealed class Arrivals(ChannelState state, Shelf shelf, Links links, Notes notes) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

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

    public void Dispose() => _one.Dispose();

    private static bool IsArrival(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action?.StartsWith("add", StringComparison.OrdinalIgnoreCase) == true
        : (activity.MembersAdded ?? []).Any(member => !IsBot(member, activity));

    private static bool IsBot(ChannelAccount member, Activity activity) => member.Id is not null && member.Id == activity.Recipient?.Id;

    private static string KeyOf(Activity activity) => $"welcome/{RecentActivities.NameOf(activity, null)}";

    // Teams sends both kinds of arrival at once.
    private async Task<bool> IsFirstAsync(Activity activity, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await state.GetAsync(BotFrameworkChannel.ChannelName, KeyOf(activity), cancellationToken).ConfigureAwait(false) is not null)
            {
                return false;
            }

            await state.RememberAsync(BotFrameworkChannel.ChannelName, KeyOf(activity), "1", cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }
}
