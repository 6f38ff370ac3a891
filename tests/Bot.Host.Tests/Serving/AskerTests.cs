using System.Net;
using Bot.Host.Asking;

namespace Bot.Host.Tests.Serving;

public sealed class AskerTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void An_asker_is_an_address_or_a_whole_home_network(string address, string asker) => Assert.Equal(asker, Asker.Of(IPAddress.Parse(address)));
}
