namespace Bot.Conversations.Records.Rows;

/// <summary>What a reader thinks of an answer.</summary>
internal sealed class FeedbackRow
{
    public long Id { get; set; }

    public long Turn { get; set; }

    /// <summary>Hashed with the key.</summary>
    public required string Asker { get; set; }

    public bool Up { get; set; }

    public string? Reason { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>A conversation whose memory begins after a turn.</summary>
internal sealed class ForgottenRow
{
    public required string Conversation { get; set; }

    public long Through { get; set; }
}

/// <summary>An asker who gets no answers.</summary>
internal sealed class BlockedRow
{
    public required string Asker { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>A channel's own durable value.</summary>
internal sealed class ChannelValueRow
{
    public required string Channel { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }

    /// <summary>When it is deleted; <see langword="null"/> for never.</summary>
    public DateTimeOffset? Until { get; set; }
}
