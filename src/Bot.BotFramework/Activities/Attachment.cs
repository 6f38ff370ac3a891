using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.BotFramework.Activities;

/// <summary>A card or a file.</summary>
internal sealed record Attachment
{
    /// <summary>The type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>What it is.</summary>
    public string? ContentType { get; init; }

    /// <summary>The card itself.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>Where the file is.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The file's name.</summary>
    public string? Name { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
