using System.Globalization;
using Bot.Conversations.Channels;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Hosting;

/// <summary>How many shards there are: the same for all processes that share the record, since guilds are spread over them by it.</summary>
internal sealed class ShardCount(GatewayDirectory directory, ChannelLocks locks, ChannelState state, IOptions<DiscordOptions> options)
{
    private const string Key = "gateway/shards";

    /// <summary>As it was set, or as Discord recommends.</summary>
    /// <returns><see langword="null"/> when Discord refused the token.</returns>
    public async Task<int?> AgreeAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Shards is { } set)
        {
            return set;
        }

        if (await directory.AskAsync(cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        // While another process runs shards, it is what that one was told: Discord may recommend more today.
        await using var first = await locks.TryTakeAsync(GatewaySessions.Channel, HostedShard.LockOf(0), cancellationToken).ConfigureAwait(false);
        if (first is null)
        {
            return await state.GetAsync(GatewaySessions.Channel, Key, cancellationToken).ConfigureAwait(false) is { } kept ? int.Parse(kept, CultureInfo.InvariantCulture) : entry.Shards;
        }

        await state.SetAsync(GatewaySessions.Channel, Key, entry.Shards.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        return entry.Shards;
    }
}
