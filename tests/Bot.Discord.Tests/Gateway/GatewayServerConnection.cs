using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bot.Discord.Tests.Gateway;

/// <summary>One connection to the scripted gateway.</summary>
internal sealed class GatewayServerConnection(ScriptedGateway gateway, WebSocket socket, bool compressed, CancellationToken aborted) : IAsyncDisposable
{
    private readonly SemaphoreSlim _sending = new(1);
    private readonly MemoryStream _deflated = new();
    private readonly CancellationTokenSource _dropped = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private ZLibStream? _zlib;
    private GatewayServerSession? _session;

    /// <summary>Whether heartbeats are answered.</summary>
    public bool IsMute { get; set; }

    /// <summary>What is done when it is identified or resumed: whether it goes on.</summary>
    public Func<GatewayServerConnection, Task<bool>>? OnHello { get; set; }

    public Task SendAsync(int op, object? data) => SendAsync(JsonSerializer.Serialize(new { op, d = data }));

    public async Task SendAsync(string line, bool garbled = false)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        await _sending.WaitAsync(CancellationToken.None);
        try
        {
            if (!compressed || garbled)
            {
                // What is garbled ends as a whole message does.
                bytes = garbled ? [.. bytes, 0x00, 0x00, 0xff, 0xff] : bytes;
                await socket.SendAsync(bytes, compressed ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, _dropped.Token);
                return;
            }

            _zlib ??= new(_deflated, CompressionLevel.Fastest, leaveOpen: true);
            _zlib.Write(bytes);
            _zlib.Flush();
            var whole = _deflated.ToArray();
            _deflated.SetLength(0);

            // In two frames, as a large message comes.
            var half = whole.Length / 2;
            await socket.SendAsync(whole.AsMemory(0, half), WebSocketMessageType.Binary, false, _dropped.Token);
            await socket.SendAsync(whole.AsMemory(half), WebSocketMessageType.Binary, true, _dropped.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone: what was to be sent is replayed.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The connection breaks, without a word.</summary>
    public void Drop()
    {
        _session?.Detach(this);
        socket.Abort();
        _dropped.Cancel();
    }

    /// <summary>The gateway closes it.</summary>
    public async Task CloseAsync(int code)
    {
        _session?.Detach(this);
        Task closed = socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
        await closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Tells no more, and hears all: half of a connection.</summary>
    public void Mute()
    {
        _session?.Detach(this);
        IsMute = true;
    }

    public async Task ListenAsync()
    {
        try
        {
            while (await ReadAsync() is { } payload)
            {
                await TakeAsync(payload.GetProperty("op").GetInt32(), payload.GetProperty("d"));
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone.
        }
        finally
        {
            _session?.Detach(this);
        }
    }

    public ValueTask DisposeAsync()
    {
        _zlib?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonElement?> ReadAsync()
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, _dropped.Token);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            gateway.Log.Enqueue($"closed {(int?)received.CloseStatus}");
            return null;
        }

        if (!received.EndOfMessage)
        {
            throw new InvalidOperationException("A client sent more than 4096 bytes.");
        }

        return JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement.Clone();
    }

    private async Task TakeAsync(int op, JsonElement data)
    {
        switch (op)
        {
            case 1:
                gateway.Log.Enqueue($"heartbeat {data.GetRawText()}");
                gateway.OnHeartbeat?.Invoke();
                await (IsMute ? Task.CompletedTask : SendAsync(11, null));
                break;
            case 2:
                await (OnHello is null || await OnHello(this) ? IdentifyAsync(data) : Task.CompletedTask);
                break;
            case 6:
                await (OnHello is null || await OnHello(this) ? ResumeAsync(data) : Task.CompletedTask);
                break;
            default:
                break;
        }
    }

    private async Task IdentifyAsync(JsonElement data)
    {
        var shard = data.TryGetProperty("shard", out var numbers) ? numbers[0].GetInt32() : 0;
        gateway.Log.Enqueue($"identify {shard} {data.GetProperty("intents").GetInt32()}");
        gateway.Presences.Enqueue(data.TryGetProperty("presence", out var presence) ? presence.GetRawText() : null);
        if (data.GetProperty("token").GetString() != ScriptedGateway.Token)
        {
            await CloseAsync(4004);
            return;
        }

        if (gateway.Current(shard) is { } current)
        {
            Interlocked.Add(ref gateway.NeedlessIdentifies, current.IsSeen ? 1 : 0);
            current.IsInvalid = true;
        }

        _session = new($"session-{gateway.Next()}", shard);
        await _session.AttachAsync(this, 0);
        await _session.EmitAsync("READY", new
        {
            v = 10,
            user = new { id = "10", username = "bot", discriminator = "0", bot = true, global_name = (string?)null, avatar = (string?)null },
            guilds = Array.Empty<object>(),
            session_id = _session.Id,
            resume_gateway_url = gateway.Url,
            application = new { id = "11", flags = 0 },
        });
        gateway.Begin(_session);
    }

    private async Task ResumeAsync(JsonElement data)
    {
        var (id, after) = (data.GetProperty("session_id").GetString()!, data.GetProperty("seq").GetInt64());
        gateway.Log.Enqueue($"resume {after}");
        gateway.OnResume?.Invoke();
        if (!gateway.Sessions.TryGetValue(id, out var session) || session.IsInvalid || after > session.Count)
        {
            await SendAsync(9, false);
            return;
        }

        (_session, session.IsSeen) = (session, true);
        await session.AttachAsync(this, after);
        await session.EmitAsync("RESUMED", new { });
    }
}
