using Bot.Discord.Watching;

namespace Bot.Discord.Gateway;

/// <summary>
/// Beats as the gateway asks (https://discord.com/developers/docs/events/gateway#sending-heartbeats), and notices when nobody hears it: a connection
/// may look alive for many minutes after it died.
/// </summary>
internal sealed class Heart(GatewaySocket socket, Func<long?> sequence, TimeProvider time, Random random)
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(10);

    private volatile bool _acknowledged = true;
    private long _beat;

    /// <summary>The gateway heard the last beat.</summary>
    public void Acknowledge()
    {
        if (Interlocked.Exchange(ref _beat, 0) is not 0 and var beat)
        {
            DiscordMetrics.Heard(time.GetElapsedTime(beat));
        }

        _acknowledged = true;
    }

    /// <summary>Beats until a beat was not heard when the next one is due.</summary>
    /// <param name="interval">Between two beats.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // Not all at once, after the gateway was away.
        await Task.Delay(interval * random.NextDouble(), time, cancellationToken).ConfigureAwait(false);
        while (_acknowledged)
        {
            _acknowledged = false;
            if (!await TryBeatOnceAsync(cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await Task.Delay(interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Beats at once, when the gateway asks.</summary>
    /// <returns>Whether it was sent.</returns>
    public async Task<bool> TryBeatOnceAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(SendWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Interlocked.Exchange(ref _beat, time.GetTimestamp());
        Task sent = socket.SendAsync(Commands.Heartbeat(sequence()), either.Token);
        await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return sent.IsCompletedSuccessfully;
    }
}
