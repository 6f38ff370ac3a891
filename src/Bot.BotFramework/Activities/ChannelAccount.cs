using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.BotFramework.Activities;

/// <summary>A person or bot in a channel.</summary>
internal sealed record ChannelAccount
{
    /// <summary>The channel's name of the account.</summary>
    public string? Id { get; init; }

    /// <summary>The name people see.</summary>
    public string? Name { get; init; }

    /// <summary>The account in Microsoft Entra.</summary>
    public string? AadObjectId { get; init; }

    /// <summary><c>user</c>, <c>bot</c> or <c>skill</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Names of people never get into a log by accident.</summary>
    public override string ToString() => Role ?? "account";
}
