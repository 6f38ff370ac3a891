using System.Net;

namespace Bot.Knowledge.Importing.Fetching;

/// <summary>Tells the addresses of a host: the network's directory, or a test's.</summary>
internal interface IHostResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">There is no such host.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
