using System.Net;
using Bot.Host.Serving;

namespace Bot.Host.Tests.Security;

/// <summary>What a request says of the host it is for, and of the proxies it came through.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("bot.example.org", HttpStatusCode.OK)]
    [InlineData("a.news.example.org", HttpStatusCode.OK)]
    [InlineData("evil.example.org", HttpStatusCode.BadRequest)]
    [InlineData("news.example.org.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.BadRequest)]
    public async Task Only_hosts_that_are_named_are_served_once_any_is(string asked, HttpStatusCode status)
    {
        await using var host = RunningHost.Start(("Web:AllowedHosts:0", "bot.example.org"), ("Web:AllowedHosts:1", "*.news.example.org"));

        Assert.Equal(status, await StatusAsync(host, "/", asked));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/health/live", asked));
    }

    [Fact]
    public async Task No_page_repeats_the_name_that_a_request_gives_the_host()
    {
        await using var host = RunningHost.Start();
        foreach (var path in new[] { "/", "/articles/bridge", "/privacy", "/none" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example.org" } };
            using var response = await host.Client.SendAsync(request, host.Stop);

            Assert.DoesNotContain("evil.example.org", await response.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
            Assert.DoesNotContain("evil", response.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void A_network_of_everybody_is_no_proxy(string network) =>
        Assert.Equal(
            $"Web:TrustedProxies has '{network}', which is everybody: anyone could then pass for anyone else. Write your proxy's address or its network.",
            Assert.Single(new WebOptionsValidator().Validate(null, new() { TrustedProxies = [network] }).Failures!));

    [Theory]
    [InlineData("https://bot.example.org")]
    [InlineData("bot.example.org:443")]
    [InlineData("")]
    [InlineData("*")]
    public void What_is_no_host_is_named(string allowed) =>
        Assert.Equal(
            $"Web:AllowedHosts has '{allowed}': write a host such as bot.example.org, or *.example.org for all below it, without scheme and port.",
            Assert.Single(new WebOptionsValidator().Validate(null, new() { AllowedHosts = [allowed] }).Failures!));

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string path, string asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = asked } };
        using var response = await host.Client.SendAsync(request, host.Stop);
        return response.StatusCode;
    }
}
