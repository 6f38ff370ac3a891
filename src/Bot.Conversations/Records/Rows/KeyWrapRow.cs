namespace Bot.Conversations.Records.Rows;

/// <summary>The record's data key, encrypted with a key that is not in the record.</summary>
internal sealed class KeyWrapRow
{
    /// <summary>Names the key it is encrypted with, and tells nothing of it.</summary>
    public required string Fingerprint { get; set; }

    public required byte[] Wrapped { get; set; }

    /// <summary>Its place in the order in which keys came into use.</summary>
    public required int Number { get; set; }
}
