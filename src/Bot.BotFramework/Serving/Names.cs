using Bot.BotFramework.Activities;
using Bot.BotFramework.Channels;
using Bot.BotFramework.DirectLine;

namespace Bot.BotFramework.Serving;

/// <summary>What the record calls those who take part. One bot may serve several channels with names of their own.</summary>
internal static class Names
{
    /// <summary>The record's channel of an activity.</summary>
    public static string ChannelOf(Activity activity) => activity.IsOurs ? DirectLineChannel.ChannelName : BotFrameworkChannel.ChannelName;

    /// <summary>The conversation of an activity.</summary>
    public static string ConversationOf(Activity activity) => Of(activity.ChannelId, activity.Conversation?.Id);

    /// <summary>Who sent an activity.</summary>
    public static string AskerOf(Activity activity) => Of(activity.ChannelId, activity.From?.AadObjectId ?? activity.From?.Id);

    /// <summary>A conversation or a person.</summary>
    public static string Of(string? channelId, string? id) => $"{channelId}\n{id}";
}
