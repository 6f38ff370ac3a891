using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Asking;

/// <summary>Who asks: the address a request comes from. It is stored hashed only.</summary>
internal static class Asker
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>An IPv6 asker is its whole /64: one reader has all its addresses.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]])}/64",
        _ => address.ToString(),
    };
}
