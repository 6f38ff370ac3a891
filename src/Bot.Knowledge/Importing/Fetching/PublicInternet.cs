using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Bot.Knowledge.Importing.Fetching;

/// <summary>
/// Whether an address is of the public internet, by IANA's registries of special-purpose addresses (RFC 6890). An IPv6 address that
/// stands for an IPv4 one is as public as that one.
/// </summary>
internal static class PublicInternet
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] SpecialV6 =
        [.. new[] { "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static bool Has(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !SpecialV4.Any(special => special.Contains(address));
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Nat64.Contains(address) ? Has(V4(bytes, 12))
            : SixToFour.Contains(address) ? Has(V4(bytes, 2))
            : Teredo.Contains(address) ? Has(V4(bytes, 4)) && Has(Inverted(bytes))
            : GlobalV6.Contains(address) && !SpecialV6.Any(special => special.Contains(address)) && (!IsIsatap(bytes) || Has(V4(bytes, 12)));
    }

    private static IPAddress V4(byte[] bytes, int at) => new(bytes.AsSpan(at, 4));

    /// <summary>A Teredo client's address stands in it with every bit turned (RFC 4380, section 4).</summary>
    private static IPAddress Inverted(byte[] bytes)
    {
        var inverted = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(inverted, ~BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12)));
        return new(inverted);
    }

    /// <summary>RFC 5214, section 6.1.</summary>
    private static bool IsIsatap(byte[] bytes) => bytes.AsSpan(8, 4) is [0 or 2, 0, 0x5E, 0xFE];
}
