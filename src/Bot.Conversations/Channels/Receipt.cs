namespace Bot.Conversations.Channels;

/// <summary>What became of a delivery: matched by one switch.</summary>
public abstract record Receipt
{
    private Receipt()
    {
    }

    /// <summary>The reader has it.</summary>
    /// <param name="MessageId">What the far side calls the message, for later corrections; <see langword="null"/> when it has no name.</param>
    public sealed record Shown(string? MessageId) : Receipt;

    /// <summary>The reader certainly does not have it: the far side refused it, or it was never sent.</summary>
    /// <param name="Reason">Why, for operators; without the reader's words.</param>
    /// <param name="RetryAfter">When it may be sent again; <see langword="null"/> when that is of no use.</param>
    public sealed record NotShown(string Reason, TimeSpan? RetryAfter) : Receipt;

    /// <summary>Nobody knows: sent, and no word came back.</summary>
    /// <param name="Reason">Why, for operators; without the reader's words.</param>
    public sealed record Unknown(string Reason) : Receipt;
}
