using System.Globalization;
using Bot.Conversations.Channels;

namespace Bot.Discord.Gateway;

/// <summary>
/// Sets sessions that are begun apart, as <c>max_concurrency</c> asks (https://discord.com/developers/docs/events/gateway#rate-limiting-identify-requests).
/// The next free moment is in the record, since shards may run in several processes.
/// </summary>
internal sealed class IdentifySlots(ChannelState state, TimeProvider time)
{
    private const int MostAbandoned = 100;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5_100);

    /// <summary>Takes the next free moment.</summary>
    public async Task<DateTimeOffset> TakeAsync(Shard shard, int maxConcurrency, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"gateway/slot/{shard.Id % maxConcurrency}");
        while (true)
        {
            var kept = await state.GetAsync(GatewaySessions.Channel, key, cancellationToken).ConfigureAwait(false);
            var now = time.GetUtcNow();
            var next = kept is null ? now : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(kept, CultureInfo.InvariantCulture));

            // One that lies further ahead than all shards together could bring it was kept by a clock that goes wrong.
            if (next < now || next > now + (Between * (shard.Count + MostAbandoned)))
            {
                next = now;
            }

            var after = (next + Between).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            if (await state.TrySetAsync(GatewaySessions.Channel, key, kept, after, cancellationToken).ConfigureAwait(false))
            {
                return next;
            }
        }
    }
}
