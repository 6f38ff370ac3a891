using System.Text.Json;
using Bot.Conversations.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Lets shards begin sessions, never more than Discord allows (https://discord.com/developers/docs/events/gateway#session-start-limit-object): beyond
/// 1,000 a day it makes the token invalid. Each is noted in the record before it is begun, so that a bot that restarts all day keeps count.
/// </summary>
internal sealed partial class IdentifyGate(GatewayDirectory directory, IdentifySlots slots, ChannelState state, TimeProvider time, ILogger<IdentifyGate> logger) : IDisposable
{
    private const string Key = "gateway/identifies";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeastWait = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Waits until a session may be begun.</summary>
    /// <returns>Where; <see langword="null"/> when Discord refused the token.</returns>
    public async Task<Uri?> EnterAsync(Shard shard, CancellationToken cancellationToken)
    {
        while (await directory.AskAsync(cancellationToken).ConfigureAwait(false) is { } entry)
        {
            var (mayBegin, at) = await PlaceAsync(shard, entry, cancellationToken).ConfigureAwait(false);
            var wait = at - time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken).ConfigureAwait(false);
            if (mayBegin)
            {
                return entry.Url;
            }
        }

        return null;
    }

    public void Dispose() => _one.Dispose();

    // Shards of this process do not contend for the record.
    private async Task<(bool MayBegin, DateTimeOffset At)> PlaceAsync(Shard shard, GatewayEntry entry, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await SpendAsync(entry, cancellationToken).ConfigureAwait(false) is not { } wait)
            {
                return (true, await slots.TakeAsync(shard, entry.MaxConcurrency, cancellationToken).ConfigureAwait(false));
            }

            LogSpent(wait);
            return (false, time.GetUtcNow() + wait);
        }
        finally
        {
            _one.Release();
        }
    }

    // How long to wait for the next one that may be begun; null when this one may. Of several processes one wins, and the others look again.
    private async Task<TimeSpan?> SpendAsync(GatewayEntry entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var kept = await state.GetAsync(GatewaySessions.Channel, Key, cancellationToken).ConfigureAwait(false);
            long[] spent = [.. JsonSerializer.Deserialize(kept ?? "[]", GatewayJson.Default.Int64Array)!.Where(moment => DateTimeOffset.FromUnixTimeMilliseconds(moment) + Day > now)];
            if (entry.Remaining <= 0)
            {
                return entry.ResetAfter > LeastWait ? entry.ResetAfter : LeastWait;
            }

            if (spent.Length >= entry.Total)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(spent[0]) + Day - now;
            }

            var next = JsonSerializer.Serialize([.. spent, now.ToUnixTimeMilliseconds()], GatewayJson.Default.Int64Array);
            if (await state.TrySetAsync(GatewaySessions.Channel, Key, kept, next, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Too many sessions were begun within a day; the next one is begun in {Wait}. Look for what restarts Bot, or runs with its token, again and again.")]
    private partial void LogSpent(TimeSpan wait);
}
