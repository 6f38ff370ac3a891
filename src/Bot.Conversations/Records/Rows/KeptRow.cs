namespace Bot.Conversations.Records.Rows;

/// <summary>Something that answers were made of, stored once however many answers were: a prompt, the fixed replies, a list of articles.</summary>
internal sealed class KeptRow
{
    /// <summary>What it is, and the hash of what it says.</summary>
    public required string Key { get; set; }

    /// <summary>JSON, compressed with Brotli.</summary>
    public required byte[] Document { get; set; }

    /// <summary>When answers were last made of it, to the day.</summary>
    public required DateTimeOffset Seen { get; set; }
}
