using System.Net;
using Bot.Host.Serving;

namespace Bot.Host.Tests.Chatting;

public sealed class EmbedTests
{
    private const string Newsroom = "https://news.example.org";

    [Theory]
    [InlineData("/embed.js")]
    [InlineData("/embed?article=bridge")]
    public async Task Without_the_setting_embedding_is_refused_with_words_that_name_it(string path)
    {
        await using var host = RunningHost.Start();

        using var response = await host.Client.GetAsync(path, host.Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Web:EmbedOrigins", await response.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sites_of_the_setting_and_no_others_may_frame_the_chat()
    {
        await using var host = RunningHost.Start(("Web:EmbedOrigins:0", Newsroom), ("Web:EmbedOrigins:1", "http://localhost:8080"));

        using var frame = await host.Client.GetAsync("/embed?article=bridge&lang=de", host.Stop);
        using var article = await host.Client.GetAsync("/articles/bridge", host.Stop);
        var page = await frame.Content.ReadAsStringAsync(host.Stop);

        Assert.EndsWith($"frame-ancestors {Newsroom} http://localhost:8080", Assert.Single(frame.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", Assert.Single(article.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\"", page, StringComparison.Ordinal);
        Assert.Contains("data-article=\"bridge\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_for_other_sites_has_the_words_of_all_languages()
    {
        await using var host = RunningHost.Start(("Web:EmbedOrigins:0", Newsroom));

        using var response = await host.Client.GetAsync("/embed.js", host.Stop);
        var script = await response.Content.ReadAsStringAsync(host.Stop);

        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("\"de\":{\"ask\":\"Fragen zu diesem Artikel\"", script, StringComparison.Ordinal);
        Assert.Contains("\"ar\":{\"ask\":\"اسأل عن هذا المقال\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain("/* words */", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_named()
    {
        await using var host = RunningHost.Start(("Web:EmbedOrigins:0", Newsroom));

        using var response = await host.Client.GetAsync("/embed?article=none", host.Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("'none'", await response.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news.example.org")]
    [InlineData("https://news.example.org/")]
    [InlineData("https://news.example.org/path")]
    [InlineData("https://*.example.org")]
    [InlineData("*")]
    [InlineData("https://news.example.org; script-src *")]
    public void What_is_no_origin_is_named(string origin)
    {
        var result = new WebOptionsValidator().Validate(null, new WebOptions { EmbedOrigins = [Newsroom, origin] });

        Assert.Contains($"'{origin}'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }
}
