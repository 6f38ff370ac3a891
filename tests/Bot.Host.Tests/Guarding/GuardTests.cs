using System.Net;
using System.Text.RegularExpressions;
using Bot.Host.Guarding;

namespace Bot.Host.Tests.Guarding;

public sealed partial class GuardTests
{
    [Theory]
    [InlineData("/articles")]
    [InlineData("/articles/bridge")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/no-such-page")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_response_forbids_script_that_is_not_ours_and_framing(string path)
    {
        await using var host = RunningHost.Start();

        using var response = await host.Client.GetAsync(path, host.Stop);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(response.Headers.Server);
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/articles/bridge", "type=\"module\"")]
    [InlineData("/privacy", "")]
    [InlineData("/terms", "")]
    public async Task A_page_has_no_script_and_no_style_in_itself(string path, string script)
    {
        await using var host = RunningHost.Start();

        var page = await host.PageAsync(path);

        Assert.Equal(script, string.Join(' ', Script().Matches(page).Select(match => match.Groups[1].Value)));
        Assert.DoesNotMatch(Inline(), page);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_style_sheet_of_a_page_is_there_and_may_be_kept()
    {
        await using var host = RunningHost.Start();
        var page = await host.PageAsync("/articles");
        var start = page.IndexOf("/assets/", page.IndexOf("rel=\"stylesheet\"", StringComparison.Ordinal), StringComparison.Ordinal);

        using var response = await host.Client.GetAsync(page[start..page.IndexOf('"', start)], host.Stop);

        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_sends_too_many_requests_is_told_to_wait_but_health_is_not_counted()
    {
        await using var host = RunningHost.Start(("Web:RequestsPerMinute", "2"));
        using var first = await host.Client.GetAsync("/articles", host.Stop);
        using var second = await host.Client.GetAsync("/articles", host.Stop);

        using var third = await host.Client.GetAsync("/articles", host.Stop);
        using var health = await host.Client.GetAsync("/health/live", host.Stop);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Health_is_not_asked_for_without_end()
    {
        await using var host = RunningHost.Start();
        HashSet<HttpStatusCode> statuses = [];
        for (var asked = 0; asked <= RequestRate.MostHealthChecks; asked++)
        {
            using var health = await host.Client.GetAsync("/health/live", host.Stop);
            statuses.Add(health.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Only_a_trusted_proxy_says_who_asks()
    {
        await using var trusting = RunningHost.Start(("Web:RequestsPerMinute", "1"), ("Web:TrustedProxies:0", "127.0.0.1"), ("Web:TrustedProxies:1", "::1"));
        await using var wary = RunningHost.Start(("Web:RequestsPerMinute", "1"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await AsAsync(trusting, "192.0.2.1", "192.0.2.2"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await AsAsync(wary, "192.0.2.1", "192.0.2.2"));
    }

    [Fact]
    public async Task An_unknown_path_and_an_unknown_answer_are_problems()
    {
        await using var host = RunningHost.Start();
        foreach (var path in new[] { "/api/none", "/api/answers/none", "/api/answers/AAAAAAAAAAAAAAAAAAAAAA" })
        {
            using var response = await host.Client.GetAsync(path, host.Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task Below_a_path_of_its_own_all_links_stay_below_it()
    {
        await using var host = RunningHost.Start(("Web:PublicUrl", "https://example.org/bot"));

        var page = await host.PageAsync("/bot/articles/bridge");

        Assert.Contains("href=\"/bot/\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/bot/ask\"", page, StringComparison.Ordinal);
        Assert.Contains("data-root=\"/bot\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(OutsideThePath(), page);
        Assert.Contains("href=\"https://example.org/bot/articles/bridge\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_is_too_fast_is_told_so_on_a_page_in_their_language()
    {
        await using var host = RunningHost.Start(("Web:RequestsPerMinute", "1"));
        using var first = await host.Client.GetAsync("/", host.Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" }, { "Accept-Language", "de" } } };

        using var second = await host.Client.SendAsync(request, host.Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Contains("Das war etwas schnell.", await second.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [GeneratedRegex("<script (type=\"module\") nonce=\"[^\"]+\" src=\"/assets/[0-9a-f]+/page.js\"></script>")]
    private static partial Regex Script();

    [GeneratedRegex("<script(?! type=\"module\" nonce=\"[^\"]+\" src)|<style| style=| on[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("(?:href|src|action)=\"/(?!bot/)")]
    private static partial Regex OutsideThePath();

    private static async Task<List<HttpStatusCode>> AsAsync(RunningHost host, params string[] askers)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var asker in askers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/articles") { Headers = { { "X-Forwarded-For", asker } } };
            using var response = await host.Client.SendAsync(request, host.Stop);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
