using Bot.Conversations.Records.Keys;

namespace Bot.Conversations.Channels;

/// <summary>Keys for what channels sign themselves: the same in every process that shares a record, and kept by no one.</summary>
public sealed class ChannelKeys
{
    private readonly RecordKeys _keys;

    internal ChannelKeys(RecordKeys keys) => _keys = keys;

    /// <summary>A key of 32 bytes.</summary>
    /// <param name="purpose">What it is for; keys for different purposes have nothing to do with each other.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<byte[]> ForAsync(string purpose, CancellationToken cancellationToken) => (await _keys.OpenAsync(cancellationToken).ConfigureAwait(false)).For(purpose);
}
