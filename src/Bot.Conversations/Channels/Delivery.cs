using Bot.Conversations.Records;

namespace Bot.Conversations.Channels;

/// <summary>Something to show to a reader.</summary>
public sealed record Delivery
{
    /// <summary>
    /// Its name, the same whenever it is repeated, at most 25 characters of <c>A-Z a-z 0-9 _ -</c>: what a nonce is made for.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The turn it belongs to.</summary>
    public required TurnId Turn { get; init; }

    /// <summary>The channel's event that asked the question, for replies to it.</summary>
    public required string EventId { get; init; }

    /// <summary>Where it goes.</summary>
    public required Place Place { get; init; }

    /// <summary>What to show.</summary>
    public required Said Said { get; init; }

    /// <summary>The channel's deadline for the turn; <see langword="null"/> for none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>When it was first sent; <see langword="null"/> the first time. Nonces are remembered only for a while.</summary>
    public DateTimeOffset? FirstTried { get; init; }
}
