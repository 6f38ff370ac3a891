using System.Net;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Asks Discord where its gateway is, again and again while it does not say.</summary>
internal sealed partial class GatewayDirectory(RestClient rest, TimeProvider time, Random random, ILogger<GatewayDirectory> logger)
{
    private static readonly Backoff Again = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));

    /// <summary>Asks.</summary>
    /// <returns>What it says; <see langword="null"/> when it refused the token.</returns>
    public async Task<GatewayEntry?> AskAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var reply = await rest.SendAsync(Routes.GetGatewayBot(), cancellationToken).ConfigureAwait(false);
            if (reply.Status == HttpStatusCode.Unauthorized || reply is { IsHeld: true, RetryAfter: null })
            {
                return null;
            }

            if (reply.Done && GatewayEntry.Read(reply.Body) is { } entry)
            {
                return entry;
            }

            LogNoAnswer(reply.Reason);
            await Task.Delay(reply.RetryAfter ?? Again.After(failures, random), time, cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord does not say where its gateway is ({Reason}); asked again.")]
    private partial void LogNoAnswer(string reason);
}
