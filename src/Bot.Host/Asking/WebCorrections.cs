using System.Collections.Immutable;
using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.Host.Asking;

/// <summary>The corrections that answers of the HTTP API carry, kept as the channel's own durable values.</summary>
internal sealed class WebCorrections(ChannelState state)
{
    /// <summary>The corrections of an answer, oldest first.</summary>
    public async Task<ImmutableArray<string>> OfAsync(TurnId turn, CancellationToken cancellationToken) =>
        await state.GetAsync(WebChannel.ChannelName, KeyOf(turn), cancellationToken) is { } kept ? [.. JsonSerializer.Deserialize<string[]>(kept)!] : [];

    /// <summary>Adds a correction; one that is there already is not added again.</summary>
    public async Task AddAsync(TurnId turn, string words, CancellationToken cancellationToken)
    {
        var known = await OfAsync(turn, cancellationToken);
        if (!known.Contains(words, StringComparer.Ordinal))
        {
            await state.SetAsync(WebChannel.ChannelName, KeyOf(turn), JsonSerializer.Serialize(known.Add(words)), cancellationToken);
        }
    }

    private static string KeyOf(TurnId turn) => $"corrections/{turn}";
}
