using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>A WebSocket to the gateway: whole payloads in, whole payloads out, one of each at a time.</summary>
internal sealed class GatewaySocket : IDisposable
{
    // Discord has no use for other codes, and 1000 and 1001 would end the session.
    private const WebSocketCloseStatus KeepSession = (WebSocketCloseStatus)4000;

    private readonly ClientWebSocket _socket = new();
    private readonly Inflation _inflation = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _buffer = new byte[16 * 1024];

    public GatewaySocket() => _socket.Options.KeepAliveInterval = TimeSpan.Zero;

    /// <summary>The code that the far side closed with, if it did.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Connects, for compressed JSON.</summary>
    public Task ConnectAsync(Uri url, CancellationToken cancellationToken) =>
        _socket.ConnectAsync(new UriBuilder(url) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri, cancellationToken);

    /// <summary>The next payload; <see langword="null"/> when the far side has closed.</summary>
    /// <exception cref="InvalidDataException">What came is none.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<Payload?> ReadAsync(CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(_buffer.AsSpan(0, received.Count));
            if (message.WrittenCount > Inflation.MostBytes)
            {
                throw new InvalidDataException("A message is too large.");
            }

            if (received.EndOfMessage && (received.MessageType == WebSocketMessageType.Text || Inflation.IsWhole(message.WrittenSpan)))
            {
                var json = received.MessageType == WebSocketMessageType.Text ? message.WrittenMemory : _inflation.Inflate(message.WrittenMemory);
                return Payload.Read(json) ?? throw new InvalidDataException("A message is no payload.");
            }
        }
    }

    /// <summary>Sends a payload.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says that it closes, if the far side still listens, so that the session can be taken up again.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            Task closed = _socket.CloseOutputAsync(KeepSession, null, cancellationToken);
            await closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _inflation.Dispose();
        _sending.Dispose();
    }
}
