using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Lets shards begin sessions, never more than Discord allows (https://discord.com/developers/docs/events/gateway#session-start-limit-object): beyond
/// 1,000 a day it makes the token invalid. Each is noted in the record before it is begun, so that a bot that restarts all day keeps count.
/// </summary>
internal sealed partial class IdentifyGate(RestClient rest, ChannelState state, TimeProvider time, Random random, ILogger<IdentifyGate> logger) : IDisposable
{
    private const string Key = "gateway/identifies";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5_100);
    private static readonly Backoff Again = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, DateTimeOffset> _next = [];

    /// <summary>Waits until a session may be begun.</summary>
    /// <returns>Where; <see langword="null"/> when Discord refused the token.</returns>
    public async Task<Uri?> EnterAsync(Shard shard, CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            var reply = await rest.SendAsync(Routes.GetGatewayBot(), cancellationToken).ConfigureAwait(false);
            if (reply.Status == System.Net.HttpStatusCode.Unauthorized || reply is { IsHeld: true, RetryAfter: null })
            {
                return null;
            }

            if (!reply.Done || Limit.Read(reply.Body) is not { } limit)
            {
                LogNoAnswer(reply.Reason);
                await Task.Delay(reply.RetryAfter ?? Again.After(++failures, random), time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (await SpendAsync(limit, cancellationToken).ConfigureAwait(false) is { } wait)
            {
                LogSpent(wait);
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await Task.Delay(Place(shard.Id % limit.MaxConcurrency), time, cancellationToken).ConfigureAwait(false);
            return limit.Url;
        }
    }

    public void Dispose() => _one.Dispose();

    // How long to wait for the next one that may be begun; null when this one may.
    private async Task<TimeSpan?> SpendAsync(Limit limit, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SpendAloneAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    // Other processes may share the record: of several one wins, and the others look again.
    private async Task<TimeSpan?> SpendAloneAsync(Limit limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var kept = await state.GetAsync(GatewaySessions.Channel, Key, cancellationToken).ConfigureAwait(false);
            if (kept is null)
            {
                await state.SetAsync(GatewaySessions.Channel, Key, "[]", cancellationToken).ConfigureAwait(false);
                continue;
            }

            long[] spent = [.. JsonSerializer.Deserialize(kept, GatewayJson.Default.Int64Array)!.Where(moment => DateTimeOffset.FromUnixTimeMilliseconds(moment) + Day > now)];
            if (limit.Remaining <= 0)
            {
                return limit.ResetAfter > Again.Most ? limit.ResetAfter : Again.Most;
            }

            if (spent.Length >= limit.Total)
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

    private TimeSpan Place(int key)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var at = _next.GetValueOrDefault(key) is var next && next > now ? next : now;
            _next[key] = at + Between;
            return at - now;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord does not say where its gateway is ({Reason}); asked again.")]
    private partial void LogNoAnswer(string reason);

    [LoggerMessage(LogLevel.Error, "Too many sessions were begun within a day; the next one is begun in {Wait}. Look for what restarts Bot, or runs with its token, again and again.")]
    private partial void LogSpent(TimeSpan wait);

    private sealed record Limit(Uri Url, int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
    {
        public static Limit? Read(JsonElement body) =>
            body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("url", out var url) && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            && body.TryGetProperty("session_start_limit", out var limit)
            && limit.TryGetProperty("total", out var total) && limit.TryGetProperty("remaining", out var remaining)
            && limit.TryGetProperty("reset_after", out var reset) && limit.TryGetProperty("max_concurrency", out var concurrency)
                ? new(address, total.GetInt32(), remaining.GetInt32(), TimeSpan.FromMilliseconds(reset.GetInt64()), Math.Max(1, concurrency.GetInt32()))
                : null;
    }
}
