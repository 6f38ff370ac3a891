using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace Bot.Host.Soak.Machines;

/// <summary>What readers share: the machines, a way to reach them, and what they write down.</summary>
/// <param name="Hosts">The machines. Nothing stands before them: whoever finds one gone tries another one, as a balancer does.</param>
/// <param name="Ledger">What is asked and answered.</param>
/// <param name="Stop">Ends all waiting.</param>
internal sealed record Surroundings(KilledHosts Hosts, Ledger Ledger, CancellationToken Stop) : IDisposable
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2);

    public static TimeSpan Again { get; } = TimeSpan.FromMilliseconds(100);

    public HttpClient Client { get; } = new(new SocketsHttpHandler { ConnectTimeout = Connecting, MaxConnectionsPerServer = 4_000 }) { Timeout = TimeSpan.FromSeconds(60) };

    public HttpMessageInvoker Sockets { get; } = new(new SocketsHttpHandler { ConnectTimeout = Connecting, MaxConnectionsPerServer = 20_000 });

    public static bool IsBroken(Exception error) => error is HttpRequestException or IOException or WebSocketException or TaskCanceledException;

    /// <summary>Notes how a request ended without a response.</summary>
    public void Break(string way, Exception error) => Ledger.Count(error switch
    {
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "found no machine",
        HttpRequestException { StatusCode: HttpStatusCode.ServiceUnavailable } => "told to try again",
        _ => $"broken off: {way}",
    });

    public void Dispose()
    {
        Client.Dispose();
        Sockets.Dispose();
    }
}
