using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;

namespace Bot.BotFramework.Connecting;

/// <summary>Where a conversation is, as proven by the activity it came with: the address of a place in the record.</summary>
internal sealed record ConversationReference
{
    public required string ServiceUrl { get; init; }

    public required string ChannelId { get; init; }

    public required ConversationAccount Conversation { get; init; }

    public ChannelAccount? Bot { get; init; }

    public ChannelAccount? User { get; init; }

    /// <summary>The activity that is answered; <see langword="null"/> when none is.</summary>
    public string? ActivityId { get; init; }

    public string? Locale { get; init; }

    /// <summary>Whether whoever asked waits for the answer in the response.</summary>
    public bool InResponse { get; init; }

    /// <summary>Whether it is a conversation at our own Direct Line server; <see cref="ServiceUrl"/> is then our root as its reader's page has it.</summary>
    public bool IsOurs { get; init; }

    [JsonIgnore]
    public bool IsTeams => ChannelId == Channels.Teams;

    /// <summary>Whether only one person is in the conversation.</summary>
    [JsonIgnore]
    public bool IsPersonal => IsTeams ? Conversation.ConversationType is null or ConversationAccount.Personal && Conversation.IsGroup != true : Conversation.IsGroup != true;

    [JsonIgnore]
    public ActivityForm Form => IsTeams ? ActivityForm.Teams : ActivityForm.WebChat;

    /// <summary>Where an activity came from.</summary>
    public static ConversationReference Of(Activity activity) => new()
    {
        ServiceUrl = activity.ServiceUrl!,
        ChannelId = activity.ChannelId!,
        Conversation = activity.Conversation! with { Properties = null },
        Bot = Bare(activity.Recipient),
        User = Bare(activity.From),
        ActivityId = activity.Type == ActivityTypes.Message ? activity.Id : null,
        Locale = activity.Locale,
        InResponse = activity.DeliveryMode == "expectReplies",
        IsOurs = activity.IsOurs,
    };

    /// <summary>An activity addressed to here.</summary>
    public Activity Address(Activity activity) => activity with
    {
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        From = Bot,
        Recipient = User,
        ReplyToId = ActivityId,
    };

    /// <summary>Where this reader finds the host's pages.</summary>
    public Links Links(Links links) => IsOurs && links.PublicUrl is null ? new(new Uri(ServiceUrl)) : links;

    public string Write() => JsonSerializer.Serialize(this, ReferenceJson.Default.ConversationReference);

    public static ConversationReference Read(string address) => JsonSerializer.Deserialize(address, ReferenceJson.Default.ConversationReference)!;

    private static ChannelAccount? Bare(ChannelAccount? account) => account is null ? null : account with { Properties = null };

    /// <summary>Channels with ways of their own.</summary>
    public static class Channels
    {
        public const string Teams = "msteams";
    }
}

/// <summary>References as JSON.</summary>
[JsonSerializable(typeof(ConversationReference))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ReferenceJson : JsonSerializerContext;
