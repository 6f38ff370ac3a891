using System.Net;
using Bot.Host.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Desk;

public sealed class DeskAccessTests
{
    private const string Key = "a-key-of-more-than-twenty-four";

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/desk.js")]
    [InlineData("/desk/blazor.web.js")]
    public async Task There_is_no_desk_unless_it_is_switched_on(string path)
    {
        await using var host = RunningHost.Start();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, path));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/desk.js")]
    [InlineData("/desk/blazor.web.js")]
    public async Task A_browser_on_this_machine_gets_in(string path)
    {
        await using var host = RunningHost.Start(("Desk:Enabled", "true"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Host", "desk.example.org")]
    [InlineData("Origin", "https://elsewhere.example.org")]
    [InlineData("Origin", "null")]
    public async Task Who_comes_through_a_proxy_or_from_another_site_finds_nothing(string header, string value)
    {
        await using var host = RunningHost.Start(("Desk:Enabled", "true"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/desk", (header, value)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/_blazor", (header, value)));
    }

    [Fact]
    public async Task A_trusted_proxy_that_says_its_reader_is_here_is_not_believed()
    {
        await using var host = RunningHost.Start(("Desk:Enabled", "true"), ("Web:TrustedProxies:0", "127.0.0.1"), ("Web:TrustedProxies:1", "::1"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/desk", ("X-Forwarded-For", "127.0.0.1")));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("10.0.0.4", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData(null, false)]
    public void Only_this_machine_gets_in_without_a_key(string? address, bool admitted)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = address is null ? null : IPAddress.Parse(address) } };
        context.Request.Host = new("localhost", 5000);

        Assert.Equal(admitted, new DeskAccess(Options.Create(new DeskOptions { Enabled = true })).Admits(context));
    }

    [Fact]
    public async Task With_a_key_everyone_is_asked_for_it_and_the_right_one_opens()
    {
        await using var host = RunningHost.Start(("Desk:Enabled", "true"), ("Desk:Key", Key));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/desk"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/_blazor"));

        using var wrong = await TypeAsync(host, Key + "x");
        using var right = await TypeAsync(host, Key);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
        Assert.Equal("/desk", right.Headers.Location!.OriginalString);
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/desk", ("Cookie", cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/desk", ("Cookie", $"{DeskAccess.Cookie}={Key}")));
    }

    [Fact]
    public async Task While_two_keys_change_places_who_typed_either_is_in_at_machines_with_both_and_at_those_with_that_one()
    {
        const string Next = "the-next-key-of-more-than-twenty-four";
        await using var both = RunningHost.Start(("Desk:Enabled", "true"), ("Desk:Key", Next), ("Desk:PreviousKey", Key));
        await using var old = RunningHost.Start(("Desk:Enabled", "true"), ("Desk:Key", Key));

        var typed = await CookieAsync(both, Key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old, "/desk", ("Cookie", typed)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(both, "/desk", ("Cookie", typed)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(both, "/desk", ("Cookie", await CookieAsync(both, Next))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old, "/desk", ("Cookie", await CookieAsync(both, Next))));
    }

    [Theory]
    [InlineData(null, Key)]
    [InlineData(Key, "secret")]
    public void A_previous_key_that_is_none_is_refused_at_start_and_not_shown(string? key, string previous)
    {
        var failure = new DeskOptionsValidator().Validate(null, new() { Key = key, PreviousKey = previous }).FailureMessage;

        Assert.StartsWith("Desk:PreviousKey is there without a Desk:Key, or has fewer than 24 characters", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(previous, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_could_be_guessed_is_refused_at_start() =>
        Assert.Contains("Desk:Key has 6 characters: write at least 24", new DeskOptionsValidator().Validate(null, new() { Key = "secret" }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public async Task The_desk_runs_scripts_of_our_own_files_alone_and_no_site_may_frame_it()
    {
        await using var host = RunningHost.Start(("Desk:Enabled", "true"));

        using var response = await host.Client.GetAsync("/desk", host.Stop);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString().Split(", ").First(part => part == "no-store"));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = Client(host);
        using var response = await client.SendAsync(request, host.Stop);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> TypeAsync(RunningHost host, string key)
    {
        using var form = new FormUrlEncodedContent([new("key", key)]);
        using var client = Client(host);
        return await client.PostAsync(new Uri("/desk/key", UriKind.Relative), form, host.Stop);
    }

    private static async Task<string> CookieAsync(RunningHost host, string key)
    {
        using var response = await TypeAsync(host, key);
        return Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    // It keeps no cookies: a test says which it sends.
    private static HttpClient Client(RunningHost host) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Client.BaseAddress };
}
