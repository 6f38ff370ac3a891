using System.Net;
using System.Net.Sockets;

namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>The way from clients to a server, which can be cut and mended.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly Uri _to;
    private readonly Task _accepting;
    private bool _cut;

    private Wire(Uri to)
    {
        _to = to;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Its near end.</summary>
    public Uri Address => new UriBuilder(_to) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    public static Wire To(Uri address) => new(address);

    /// <summary>Breaks all connections, and every new one.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _cut = true;
            foreach (var socket in _open)
            {
                socket.Close(timeout: 0);
            }

            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate)
        {
            _cut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ConnectAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task ConnectAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_gate)
        {
            if (_cut)
            {
                near.Close(timeout: 0);
                return;
            }

            _open.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(_to.Host, _to.Port);
            await using var here = new NetworkStream(near, ownsSocket: true);
            await using var there = new NetworkStream(far, ownsSocket: true);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException)
        {
            // It was cut.
        }

        lock (_gate)
        {
            _open.RemoveAll(socket => socket == near || socket == far);
        }
    }
}
