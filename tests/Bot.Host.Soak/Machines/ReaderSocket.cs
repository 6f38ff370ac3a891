using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bot.Host.Soak.Machines;

/// <summary>A WebSocket of Direct Line, read as the sets of activities that come.</summary>
internal sealed class ReaderSocket : IDisposable
{
    private const int Longest = 256 * 1024;

    private readonly ClientWebSocket _socket = new();

    public Task ConnectAsync(Uri address, HttpMessageInvoker sockets, CancellationToken cancellationToken) => _socket.ConnectAsync(address, sockets, cancellationToken);

    /// <summary>What comes until the socket is closed.</summary>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[Longest];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult got;
            do
            {
                got = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += got.Count;
            }
            while (!got.EndOfMessage);

            if (got.MessageType == WebSocketMessageType.Close)
            {
                yield break;
            }

            if (length > 0)
            {
                using var document = JsonDocument.Parse(buffer.AsMemory(0, length));
                yield return document.RootElement.Clone();
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
