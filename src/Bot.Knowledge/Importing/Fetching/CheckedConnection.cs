using System.Net;
using System.Net.Sockets;

namespace Bot.Knowledge.Importing.Fetching;

/// <summary>
/// Connects to a host only when every address of it may be asked, and to the very addresses that were looked at: a name that means
/// another host a moment later changes nothing.
/// </summary>
/// <param name="resolver">Tells a host's addresses.</param>
/// <param name="mayAsk">Whether an address may be asked.</param>
internal sealed class CheckedConnection(IHostResolver resolver, Func<IPAddress, bool> mayAsk)
{
    public const string Cure = $"If it is in an intranet of yours, set {ImportOptions.Section}:{nameof(ImportOptions.AllowPrivateAddresses)} to true.";

    /// <exception cref="ImportException">An address of the host may not be asked, or it has none.</exception>
    /// <exception cref="SocketException">No address answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, cancellationToken);
        if (addresses.FirstOrDefault(address => !mayAsk(address)) is { } refused)
        {
            throw new ImportException($"'{context.InitialRequestMessage.RequestUri}' is not asked: '{host}' is at {refused}, which is not on the public internet.", Cure);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        var addresses = await resolver.ResolveAsync(host, cancellationToken);
        return addresses.Length > 0 ? addresses : throw new SocketException((int)SocketError.HostNotFound);
    }
}
