namespace Bot.Conversations.Working;

/// <summary>What became of a delivery in the end.</summary>
/// <param name="Kind">What.</param>
/// <param name="MessageId">The message as shown, if it has a name.</param>
/// <param name="Reason">Why it was not shown, or nobody knows.</param>
internal readonly record struct Fate(FateKind Kind, string? MessageId, string? Reason);

/// <summary>The fates of a delivery.</summary>
internal enum FateKind
{
    /// <summary>It is no longer ours to bring.</summary>
    Lost,

    /// <summary>The reader has it.</summary>
    Shown,

    /// <summary>The reader certainly does not have it, and won't.</summary>
    Refused,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
