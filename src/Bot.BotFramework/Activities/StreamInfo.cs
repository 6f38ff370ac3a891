namespace Bot.BotFramework.Activities;

/// <summary>Makes an activity part of a stream (https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux).</summary>
internal sealed record StreamInfo
{
    /// <summary>The entity's <c>type</c>.</summary>
    public const string EntityType = "streaminfo";

    /// <summary>What Bot is doing.</summary>
    public const string Informative = "informative";

    /// <summary>The end of a stream: the message.</summary>
    public const string Final = "final";

    /// <summary>Always <see cref="EntityType"/>.</summary>
    public string Type { get; init; } = EntityType;

    /// <summary>The name of the stream: the id its first activity got.</summary>
    public string? StreamId { get; init; }

    /// <summary><see cref="Informative"/>, <c>streaming</c> or <see cref="Final"/>.</summary>
    public required string StreamType { get; init; }

    /// <summary>From 1; the end has none.</summary>
    public int? StreamSequence { get; init; }
}
