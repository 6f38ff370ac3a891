using System.Net;
using Bot.Discord.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>
/// Calls Discord's REST API within its limits: in order for each route and top-level resource, one at a time for each bucket, and never faster than
/// Discord said. What it refuses for its limits comes back to be sent again; what fails is sent again only where that can't be seen.
/// </summary>
internal sealed partial class RestClient(RestWire wire, Buckets buckets, InvalidRequests invalid, IOptions<DiscordOptions> options, TimeProvider time, ILogger<RestClient> logger)
{
    private const int MostFailures = 3;
    private const int MostRefusals = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    private readonly GlobalLimit _global = new(options.Value.RequestsPerSecond);

    /// <summary>Sends it, when its turn has come.</summary>
    public async Task<RestReply> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (request.IsCallback)
        {
            return await SendNowAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using var order = await buckets.OrderAsync(request, cancellationToken).ConfigureAwait(false);
        for (int failures = 0, refusals = 0; ;)
        {
            var reply = await SendInTurnAsync(request, cancellationToken).ConfigureAwait(false);
            if (reply is { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } wait } && wait <= options.Value.LongestWait && ++refusals <= MostRefusals)
            {
                continue;
            }

            if (!reply.IsFailure || (reply.Sent && !request.IsIdempotent) || ++failures > MostFailures)
            {
                return reply;
            }

            LogAgain(request, reply.Reason);
            await Task.Delay(FirstPause * Math.Pow(2, failures - 1) * (0.5 + (Random.Shared.NextDouble() / 2)), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RestReply> SendInTurnAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var (bucket, turn) = await buckets.EnterAsync(request, cancellationToken).ConfigureAwait(false);
        using (turn)
        {
            return await RoomAsync(bucket.Take, "bucket", cancellationToken).ConfigureAwait(false)
                ?? await (request.IsInteraction ? SendNowAsync(request, cancellationToken) : SendCountedAsync(request, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task<RestReply> SendCountedAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (await RoomAsync(_global.Take, RateLimit.Global, cancellationToken).ConfigureAwait(false) is { } held)
        {
            return held;
        }

        try
        {
            return await SendNowAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _global.Done(time.GetUtcNow());
        }
    }

    // Waits until it is taken; gives it back when that takes too long.
    private async Task<RestReply?> RoomAsync(Func<DateTimeOffset, TimeSpan> take, string limit, CancellationToken cancellationToken)
    {
        while (take(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > options.Value.LongestWait)
            {
                return RestReply.Held("Discord's limits ask for a longer wait.", wait);
            }

            DiscordMetrics.Waited(wait, limit);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<RestReply> SendNowAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (invalid.Wait(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            return RestReply.Held("Too many requests were refused, and Discord would shut this address out.", wait);
        }

        var (reply, limit) = await wire.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (limit is not null)
        {
            Learn(request, reply, limit);
        }

        return reply;
    }

    private void Learn(RestRequest request, RestReply reply, RateLimit limit)
    {
        var now = time.GetUtcNow();
        buckets.Learn(request, limit);
        if (limit is { Refused: { } refused, Scope: var scope })
        {
            DiscordMetrics.Refused(scope);
            LogLimited(request, scope, refused);
            if (scope == RateLimit.Global)
            {
                _global.Pause(now + refused);
            }
        }

        if (reply.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || limit is { Refused: not null, Scope: not RateLimit.Shared })
        {
            var count = invalid.Add(now);
            if (count % 1_000 == 0)
            {
                LogInvalid(count, InvalidRequests.Window);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Request} is sent again: {Reason}.")]
    private partial void LogAgain(RestRequest request, string reason);

    [LoggerMessage(LogLevel.Warning, "Discord takes no more of {Request} for {Wait} ({Scope} limit).")]
    private partial void LogLimited(RestRequest request, string? scope, TimeSpan wait);

    [LoggerMessage(LogLevel.Error, "Discord refused {Count} requests in {Window}; at 10,000 it shuts this address out. Look for a missing permission or a wrong channel.")]
    private partial void LogInvalid(int count, TimeSpan window);
}
