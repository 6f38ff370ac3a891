using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.BotFramework.Activities;

/// <summary>
/// What a message cites and who made it: https://schema.org/Message as Teams
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content) and Web Chat read it. A message has at most one.
/// </summary>
internal sealed record MessageEntity
{
    /// <summary>The entity's <c>type</c>.</summary>
    public const string EntityType = "https://schema.org/Message";

    /// <summary>What marks a message that a model wrote.</summary>
    public const string AiGenerated = "AIGeneratedContent";

    /// <summary>Always <see cref="EntityType"/>.</summary>
    public string Type { get; init; } = EntityType;

    /// <summary>The same in schema.org's words.</summary>
    [JsonPropertyName("@type")]
    public string AtType { get; init; } = "Message";

    /// <summary>Whose words these are.</summary>
    [JsonPropertyName("@context")]
    public string Context { get; init; } = "https://schema.org";

    /// <summary>Empty: the message itself.</summary>
    [JsonPropertyName("@id")]
    public string Id { get; init; } = "";

    /// <summary>The AI label, as Teams reads it.</summary>
    public IReadOnlyList<string>? AdditionalType { get; init; }

    /// <summary>The AI label, as Web Chat reads it.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>What it cites.</summary>
    public IReadOnlyList<ClaimEntity>? Citation { get; init; }

    /// <summary>Thumbs, as Web Chat reads them.</summary>
    public IReadOnlyList<FeedbackAction>? PotentialAction { get; init; }
}

/// <summary>One citation.</summary>
internal sealed record ClaimEntity
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("@type")]
    public string AtType { get; init; } = "Claim";

    /// <summary>What the link definition in the text names: an address, or <c>cite:n</c>.</summary>
    [JsonPropertyName("@id")]
    public string? Id { get; init; }

    /// <summary>Its number in the text: Teams documents a number, Web Chat a string.</summary>
    public required JsonElement Position { get; init; }

    /// <summary>What readers see of it.</summary>
    public required Appearance Appearance { get; init; }
}

/// <summary>What readers see of a citation.</summary>
internal sealed record Appearance
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("@type")]
    public string AtType { get; init; } = "DigitalDocument";

    /// <summary>Its title; Teams takes at most 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is read.</summary>
    public string? Url { get; init; }

    /// <summary>The cited words; Teams takes at most 160 characters.</summary>
    public string? Abstract { get; init; }

    /// <summary>The cited words for Web Chat, which shows them when there is no address.</summary>
    public string? Text { get; init; }

    /// <summary>How <see cref="Text"/> is read.</summary>
    public string? EncodingFormat { get; init; }
}

/// <summary>A thumb.</summary>
/// <param name="AtType"><c>LikeAction</c> or <c>DislikeAction</c>.</param>
/// <param name="Id">Comes back with the reader's press.</param>
internal sealed record FeedbackAction([property: JsonPropertyName("@type")] string AtType, [property: JsonPropertyName("@id")] string Id)
{
    /// <summary>The reader's approval.</summary>
    public const string Like = "LikeAction";

    /// <summary>The reader's disapproval.</summary>
    public const string Dislike = "DislikeAction";

    /// <summary>Not yet pressed.</summary>
    public string ActionStatus { get; init; } = "PotentialActionStatus";
}
