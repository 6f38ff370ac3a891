namespace Bot.Conversations.Records.Rows;

/// <summary>Something said in a conversation whose transcript we keep.</summary>
internal sealed class TranscriptRow
{
    /// <summary>Hashed with the key.</summary>
    public required string Conversation { get; set; }

    /// <summary>Its place in the conversation.</summary>
    public required long Watermark { get; set; }

    public required string Key { get; set; }

    /// <summary>Hashed with the key.</summary>
    public required string Asker { get; set; }

    public required string Body { get; set; }

    public required DateTimeOffset At { get; set; }
}
