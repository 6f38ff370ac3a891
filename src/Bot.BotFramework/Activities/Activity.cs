using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.BotFramework.Activities;

/// <summary>
/// What channels and bots tell each other: the Activity protocol, in its own names
/// (https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md). Everything may be absent; what we don't know is kept.
/// </summary>
internal sealed record Activity
{
    /// <summary>What it is: one of <see cref="ActivityTypes"/>, or something newer.</summary>
    public string? Type { get; init; }

    /// <summary>Its name in its channel.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took it.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The channel's base address for replies.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel: <c>msteams</c>, <c>webchat</c>, <c>directline</c>, <c>emulator</c>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Who gets it.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Where it belongs.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The activity it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The language of <see cref="Text"/> or of the sender's interface, a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>What was said.</summary>
    public string? Text { get; init; }

    /// <summary>How to read <see cref="Text"/>: <c>plain</c>, <c>markdown</c>, <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What to say aloud.</summary>
    public string? Speak { get; init; }

    /// <summary>What stands for it in notifications.</summary>
    public string? Summary { get; init; }

    /// <summary>The name of an event or invoke.</summary>
    public string? Name { get; init; }

    /// <summary>What the sender did: for installation updates <c>add</c>, <c>remove</c>.</summary>
    public string? Action { get; init; }

    /// <summary>How the sender wants replies: <c>expectReplies</c> wants them in the response.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Why a conversation ended.</summary>
    public string? Code { get; init; }

    /// <summary>What an event, invoke or pressed button carries, as it is.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What only this channel knows, as it is.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Metadata: each an object with a <c>type</c>. Read and made by <see cref="Entities"/>.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>How attachments are laid out: <c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>Buttons that vanish once one is pressed.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Who joined.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Whether it came to our own Direct Line server, which alone says so: no activity can claim it.</summary>
    [JsonIgnore]
    public bool IsOurs { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>What people write never gets into a log by accident.</summary>
    public override string ToString() => $"{ChannelId} {Type} {Id}";
}
