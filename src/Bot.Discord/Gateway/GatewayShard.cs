using Bot.Discord.Rest;
using Bot.Discord.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>
/// Keeps one shard connected: takes its session up again wherever that is possible, which costs nothing, and begins another one where it is not, which
/// Discord counts.
/// </summary>
internal sealed partial class GatewayShard(
    Shard shard,
    IdentifyGate gate,
    GatewaySessions sessions,
    BotToken token,
    IGatewayEvents events,
    IOptions<DiscordOptions> options,
    TimeProvider time,
    Random random,
    ILogger<GatewayShard> logger)
{
    private const int MostResumes = 8;

    // With 1,000 sessions a day, one in ten minutes can go on for ever.
    private static readonly Backoff BeforeIdentify = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10));
    private static readonly Backoff BeforeResume = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1));
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeepEach = TimeSpan.FromSeconds(1);

    // Whoever takes over from a process that dies has only what was kept: another session is kept at once.
    private static readonly TimeSpan LookEach = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan KeepWithin = TimeSpan.FromSeconds(5);

    private LiveSession? _session;
    private GatewaySession? _kept;
    private volatile GatewayConnection? _connection;

    /// <summary>Whether its session goes on now.</summary>
    public bool IsConnected => _connection is { IsReady: true };

    private LiveSession? Latest => _connection is { } connection ? connection.Session : _session;

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="stop">Stops it.</param>
    /// <param name="lost">Fires with <paramref name="stop"/> when another process may have the shard now: then its session is no longer this one's to keep.</param>
    /// <returns>What an operator has to do, when it cannot go on; <see langword="null"/> when it was stopped.</returns>
    public async Task<Ending.Fatal?> RunAsync(CancellationToken stop, CancellationToken lost)
    {
        _kept = await sessions.FindAsync(shard, stop).ConfigureAwait(false);
        _session = LiveSession.Of(_kept);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var keeping = KeepAsync(over.Token);
        try
        {
            return await ConnectAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await (lost.IsCancellationRequested ? Task.CompletedTask : KeepLastAsync()).ConfigureAwait(false);
        }
    }

    private async Task<Ending.Fatal?> ConnectAsync(CancellationToken stop)
    {
        for (int failures = 0, unready = 0; ;)
        {
            if (await UrlAsync(stop).ConfigureAwait(false) is not { } url)
            {
                return Fatal(Ending.TokenRefused);
            }

            var connection = new GatewayConnection(shard, token, options.Value, _session, events, time, random, logger);
            var begun = time.GetUtcNow();
            var ending = await RunAsync(connection, url, stop).ConfigureAwait(false);
            failures = connection.IsReady && time.GetUtcNow() - begun >= Stable ? 0 : failures + 1;
            unready = connection.IsReady ? 0 : unready + 1;
            DiscordMetrics.Ended(ending);
            LogEnded(shard, ending.Reason);
            if (ending is Ending.Fatal fatal)
            {
                return Fatal(fatal);
            }

            if (ending is Ending.Identify || unready > MostResumes)
            {
                _session = null;
            }

            // After a long time without a fault, the first attempt is made at once.
            await Task.Delay(_session is null ? BeforeIdentify.After(Math.Max(failures, 1), random) : failures == 0 ? TimeSpan.Zero : BeforeResume.After(failures, random), time, stop).ConfigureAwait(false);
        }
    }

    private async Task<Ending> RunAsync(GatewayConnection connection, Uri url, CancellationToken stop)
    {
        _connection = connection;
        try
        {
            return await connection.RunAsync(url, stop).ConfigureAwait(false);
        }
        finally
        {
            _connection = null;
            _session = connection.Session;
        }
    }

    private async Task<Uri?> UrlAsync(CancellationToken stop) =>
        _session is { } session && Uri.TryCreate(session.ResumeUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeWss || url.IsLoopback)
            ? token.Value is null ? null : url
            : await BeginAsync(stop).ConfigureAwait(false);

    private Task<Uri?> BeginAsync(CancellationToken stop)
    {
        _session = null;
        return gate.EnterAsync(shard, stop);
    }

    private Ending.Fatal Fatal(Ending.Fatal fatal)
    {
        if (fatal.IsTokenRefused)
        {
            token.Drop();
        }

        _session = null;
        LogFatal(shard, fatal.Reason);
        return fatal;
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        for (var kept = time.GetUtcNow(); ;)
        {
            await Task.Delay(LookEach, time, cancellationToken).ConfigureAwait(false);
            if (Latest?.Id != _kept?.Id || time.GetUtcNow() - kept >= KeepEach)
            {
                await KeepOnceAsync(cancellationToken).ConfigureAwait(false);
                kept = time.GetUtcNow();
            }
        }
    }

    // A process that leaves waits for its record only so long, by any clock.
    private async Task KeepLastAsync()
    {
        using var limit = new CancellationTokenSource(KeepWithin);
        var kept = KeepOnceAsync(limit.Token);
        await kept.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task KeepOnceAsync(CancellationToken cancellationToken)
    {
        if (Latest?.Kept is var session && session != _kept)
        {
            try
            {
                await sessions.KeepAsync(shard, session, cancellationToken).ConfigureAwait(false);
                _kept = session;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotKept(shard, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The connection of shard {Shard} ended: {Reason}.")]
    private partial void LogEnded(Shard shard, string reason);

    [LoggerMessage(LogLevel.Critical, "Shard {Shard} stays away from Discord. {Reason}")]
    private partial void LogFatal(Shard shard, string reason);

    [LoggerMessage(LogLevel.Warning, "The session of shard {Shard} could not be kept; it is tried again.")]
    private partial void LogNotKept(Shard shard, Exception error);
}
