using System.IO.Compression;
using System.Net;
using Bot.Host.Assets;

namespace Bot.Host.Tests.Assets;

public sealed class AssetTests
{
    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", "")]
    public async Task Web_chat_is_served_as_the_browser_takes_it_and_may_be_kept_for_good(string accepted, string encoding)
    {
        await using var host = RunningHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, PageAssets.WebChat);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var response = await host.Client.SendAsync(request, host.Stop);
        var bytes = await response.Content.ReadAsByteArrayAsync(host.Stop);

        Assert.Equal(encoding, string.Join(' ', response.Content.Headers.ContentEncoding));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.StartsWith("/*! For license information please see webchat.js.LICENSE.txt */", Plain(bytes, encoding), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_licences_of_web_chat_are_where_its_first_line_says()
    {
        await using var host = RunningHost.Start();

        Assert.Contains("MIT", await host.PageAsync(PageAssets.WebChat + ".LICENSE.txt"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_with_other_bytes_is_not_there()
    {
        await using var host = RunningHost.Start();

        using var response = await host.Client.GetAsync("/assets/000000000000/page.js", host.Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Plain(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }
}
