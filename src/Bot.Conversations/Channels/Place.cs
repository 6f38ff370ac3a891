namespace Bot.Conversations.Channels;

/// <summary>Where something is shown.</summary>
/// <param name="Address">The channel's own words for it, opaque to all others; encrypted in the record and gone when retention ends.</param>
/// <param name="Private">Whether only the reader who asked may see it.</param>
public sealed record Place(string Address, bool Private)
{
    /// <summary>An address may carry tokens: it never gets into a log by accident.</summary>
    public override string ToString() => Private ? "private" : "public";
}
