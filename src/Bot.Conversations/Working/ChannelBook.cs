using System.Collections.Frozen;
using Bot.Conversations.Channels;

namespace Bot.Conversations.Working;

/// <summary>The channels by name.</summary>
internal sealed class ChannelBook(IEnumerable<IChannel> channels)
{
    private readonly FrozenDictionary<string, IChannel> _channels = channels.ToFrozenDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>Their names. Turns of other channels wait until these are there again.</summary>
    public IReadOnlyList<string> Names => _channels.Keys;

    /// <summary>The channel of a name, which must be there.</summary>
    public IChannel Of(string name) =>
        _channels.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"There is no channel '{name}'; register it as an IChannel (there are: {string.Join(", ", Names.Order(StringComparer.Ordinal))}).");
}
