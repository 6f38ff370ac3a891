using System.Net.WebSockets;
using System.Text.Json;
using Bot.Discord.Rest;
using Bot.Discord.Watching;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// One connection to the gateway, from HELLO to its end (https://discord.com/developers/docs/events/gateway#connection-lifecycle). It reads on
/// whatever is done with what it read.
/// </summary>
internal sealed partial class GatewayConnection(
    Shard shard, BotToken token, DiscordOptions options, LiveSession? session, IGatewayEvents events, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private Heart? _heart;

    /// <summary>The session: as it was given, or begun here.</summary>
    public LiveSession? Session { get; private set; } = session;

    /// <summary>Whether the session was begun or taken up.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Connects and stays until it ends.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<Ending> RunAsync(Uri url, CancellationToken stop)
    {
        using var socket = new GatewaySocket();
        using var silence = new CancellationTokenSource(ConnectWithin, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stop);
        try
        {
            await socket.ConnectAsync(url, over.Token).ConfigureAwait(false);
            silence.CancelAfter(HelloWithin);
            return await ListenAsync(socket, silence, over.Token, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Ending.Resume("silence");
        }
        catch (Exception error) when (error is WebSocketException or InvalidDataException or IOException)
        {
            return socket.CloseCode is { } code ? Ending.Of(code) : new Ending.Resume(error.GetType().Name);
        }
        finally
        {
            await silence.CancelAsync().ConfigureAwait(false);
            using var politely = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
            await socket.CloseAsync(politely.Token).ConfigureAwait(false);
        }
    }

    private async Task<Ending> ListenAsync(GatewaySocket socket, CancellationTokenSource silence, CancellationToken over, CancellationToken stop)
    {
        while (await socket.ReadAsync(over).ConfigureAwait(false) is { } payload)
        {
            switch (payload.Op)
            {
                case Opcode.Hello when _heart is null:
                    await GreetAsync(socket, payload.Data, silence, over).ConfigureAwait(false);
                    break;
                case Opcode.Dispatch:
                    Dispatch(payload, silence, stop);
                    break;
                case Opcode.Heartbeat:
                    _ = _heart?.TryBeatOnceAsync(over);
                    break;
                case Opcode.HeartbeatAck:
                    _heart?.Acknowledge();
                    break;
                case Opcode.Reconnect:
                    return new Ending.Resume("asked to reconnect");
                case Opcode.InvalidSession:
                    return payload.Data.ValueKind == JsonValueKind.True ? new Ending.Resume("invalid session, to be taken up") : new Ending.Identify("invalid session");
                default:
                    break;
            }
        }

        return Ending.Of(socket.CloseCode);
    }

    private async Task GreetAsync(GatewaySocket socket, JsonElement hello, CancellationTokenSource silence, CancellationToken over)
    {
        if (hello.ValueKind != JsonValueKind.Object || !hello.TryGetProperty("heartbeat_interval", out var interval) || !interval.TryGetInt32(out var milliseconds) || milliseconds <= 0)
        {
            throw new InvalidDataException("HELLO names no interval.");
        }

        if (token.Value is not { } secret)
        {
            throw new InvalidDataException("There is no token any more.");
        }

        _heart = new(socket, () => Session?.Sequences.Last, time, random);
        _ = BeatAsync(_heart, TimeSpan.FromMilliseconds(milliseconds), silence, over);
        silence.CancelAfter(ReadyWithin);
        var introduction = Session is { } session ? Commands.Resume(secret, session.Id, session.Sequences.Taken) : Commands.Identify(secret, shard, options.Intents, options.Presence);
        await socket.SendAsync(introduction, over).ConfigureAwait(false);
    }

    private static async Task BeatAsync(Heart heart, TimeSpan interval, CancellationTokenSource silence, CancellationToken over)
    {
        var beating = heart.BeatAsync(interval, over);
        await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!over.IsCancellationRequested)
        {
            await silence.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Dispatch(Payload payload, CancellationTokenSource silence, CancellationToken stop)
    {
        if (payload.Type == "READY" && Text(payload.Data, "session_id") is { } id && Text(payload.Data, "resume_gateway_url") is { } url)
        {
            Session = new(id, url, new(0));
        }

        if (payload is not { Type: { } type, Sequence: { } number } || Session is not { } session || !session.Sequences.Begin(number))
        {
            return;
        }

        if (type is "READY" or "RESUMED")
        {
            IsReady = true;
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            DiscordMetrics.Ready(type);
            LogReady(shard, type);
        }

        _ = Task.Run(() => TakeAsync(session, number, type, payload.Data, stop), CancellationToken.None);
    }

    private async Task TakeAsync(LiveSession session, long number, string type, JsonElement data, CancellationToken stop)
    {
        using var span = DiscordMetrics.Event(type);
        var done = false;
        try
        {
            await events.TakeAsync(type, data, stop).ConfigureAwait(false);
            done = true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It comes again after the restart.
            return;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            LogFailed(type, error);
        }

        DiscordMetrics.Taken(done);
        session.Sequences.End(number);
    }

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [LoggerMessage(LogLevel.Information, "Shard {Shard} of Discord's gateway is there ({Type}).")]
    private partial void LogReady(Shard shard, string type);

    [LoggerMessage(LogLevel.Error, "An event of Discord's, {Type}, could not be dealt with.")]
    private partial void LogFailed(string type, Exception error);
}
