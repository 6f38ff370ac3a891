using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.BotFramework.Activities;

/// <summary>A conversation in a channel.</summary>
internal sealed record ConversationAccount
{
    /// <summary>The kind of a conversation between one person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>The channel's name of the conversation.</summary>
    public string? Id { get; init; }

    /// <summary>The name people see.</summary>
    public string? Name { get; init; }

    /// <summary>Whether more than two take part.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The tenant it is in.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
