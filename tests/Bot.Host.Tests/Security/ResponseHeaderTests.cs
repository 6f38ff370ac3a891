using System.Net;
using System.Text;

namespace Bot.Host.Tests.Security;

/// <summary>What every response tells browsers, whatever it is a response to.</summary>
public sealed class ResponseHeaderTests
{
    private const string Key = "a-key-of-more-than-twenty-four";

    private static readonly (string, string)[] Everything =
        [("Desk:Enabled", "true"), ("Desk:Key", Key), ("BotFramework:AllowAnonymousLoopback", "true"), ("Web:EmbedOrigins:0", "https://news.example.org"), ("Web:RequestsPerMinute", "1000")];

    private static readonly (string, string)[] BehindProxy = [("Web:TrustedProxies:0", "127.0.0.1"), ("Web:TrustedProxies:1", "::1")];

    [Fact]
    public async Task Also_refusals_and_failures_forbid_scripts_framing_and_guessing_at_types()
    {
        await using var host = RunningHost.Start(Everything);
        foreach (var (method, path, body) in Requests())
        {
            using var request = new HttpRequestMessage(method, path) { Content = body, Headers = { ConnectionClose = true } };

            using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, host.Stop);

            var name = $"{method} {path} ({(int)response.StatusCode})";
            Assert.True(response.Headers.TryGetValues("Content-Security-Policy", out var policy), name);
            Assert.Contains("default-src 'none'", policy.Single(), StringComparison.Ordinal);
            Assert.Contains(path.StartsWith("/embed?", StringComparison.Ordinal) ? "frame-ancestors https://news.example.org" : "frame-ancestors 'none'", policy.Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy.Single(), StringComparison.Ordinal);
            Assert.True(response.Headers.TryGetValues("X-Content-Type-Options", out var sniffing) && sniffing.Single() == "nosniff", name);
            Assert.True(response.Headers.Contains("Referrer-Policy") && response.Headers.Contains("Cross-Origin-Opener-Policy"), name);
        }
    }

    [Fact]
    public async Task Browsers_that_came_by_https_are_told_to_come_by_nothing_else()
    {
        await using var host = RunningHost.Start(BehindProxy);
        await using var never = RunningHost.Start([.. BehindProxy, ("Web:OnlyHttpsFor", "00:00:00")]);
        await using var wary = RunningHost.Start();

        Assert.Equal("max-age=31536000", await StrictAsync(host, "https"));
        Assert.Null(await StrictAsync(host, "http"));
        Assert.Null(await StrictAsync(never, "https"));
        Assert.Null(await StrictAsync(wary, "https"));
    }

    [Fact]
    public async Task The_desks_cookie_is_for_https_alone_once_the_editor_came_by_it()
    {
        await using var host = RunningHost.Start([.. BehindProxy, ("Desk:Enabled", "true"), ("Desk:Key", Key)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/key") { Content = new FormUrlEncodedContent([new("key", Key)]), Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.1" } } };

        using var response = await host.Client.SendAsync(request, host.Stop);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.All(["secure", "httponly", "samesite=strict"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Readers_get_no_cookie_and_other_sites_may_read_nothing_but_what_they_are_let_into()
    {
        await using var host = RunningHost.Start(Everything);
        foreach (var (method, path, body) in Requests())
        {
            // What is refused unread may end its connection under the next request.
            using var request = new HttpRequestMessage(method, path) { Content = body, Headers = { ConnectionClose = true } };
            request.Headers.Add("Origin", "https://elsewhere.example.org");
            using var response = await host.Client.SendAsync(request, host.Stop);

            Assert.False(response.Headers.Contains("Set-Cookie"), path);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"), path);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"), path);
        }

        // What is no simple request is asked for before, and nobody says yes.
        foreach (var path in new[] { "/api/ask", "/api/forget", "/api/messages", "/v3/directline/tokens/generate" })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Options, path)
            {
                Headers = { { "Origin", "https://elsewhere.example.org" }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type" } },
            };
            using var answer = await host.Client.SendAsync(ask, host.Stop);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), path);
        }
    }

    private static IEnumerable<(HttpMethod Method, string Path, HttpContent? Body)> Requests()
    {
        foreach (var path in (string[])["/", "/articles/bridge", "/articles/none", "/c/0123456789abcdef", "/desk", "/_blazor", "/embed?article=bridge", "/embed.js", "/api/ask", "/health/ready", "/openapi/v1.json", "/privacy", "/none"])
        {
            yield return (HttpMethod.Get, path, null);
        }

        foreach (var path in (string[])["/api/ask", "/api/forget", "/ask", "/api/messages", "/v3/directline/tokens/generate", "/desk/key"])
        {
            var type = path is "/ask" or "/desk/key" ? "application/x-www-form-urlencoded" : "application/json";
            yield return (HttpMethod.Post, path, new StringContent("{", Encoding.UTF8, type));
            yield return (HttpMethod.Post, path, new StringContent("key=" + new string('a', 300_000), Encoding.UTF8, type));
            yield return (HttpMethod.Post, path, new StringContent("x", Encoding.UTF8, "text/plain"));
        }
    }

    private static async Task<string?> StrictAsync(RunningHost host, string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "192.0.2.1" } } };
        using var response = await host.Client.SendAsync(request, host.Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null;
    }
}
