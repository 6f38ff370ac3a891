using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Bot.EndToEnd.Tests.Desk;

/// <summary>The desk of a host that listens on all addresses of its machine.</summary>
public sealed class DeskReachTests
{
    [Fact]
    public async Task Is_reached_from_this_machine_and_from_no_other_address()
    {
        var other = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(other is null, "This machine has no address but loopback.");
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://0.0.0.0:0", ["Desk__Enabled"] = "true" };
        await using var host = await HostProcess.StartAsync(RepositoryRoot.Find(), settings, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(IPAddress.Loopback, host.Address.Port, "/desk"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other!, host.Address.Port, "/"));
        foreach (var path in new[] { "/desk", "/desk/blazor.web.js", "/_blazor", "/_blazor/negotiate" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other!, host.Address.Port, path));
        }
    }

    // Whatever it says of itself.
    private static async Task<HttpStatusCode> StatusAsync(IPAddress address, int port, string path)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{address}:{port}{path}") { Headers = { Host = "localhost" } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
