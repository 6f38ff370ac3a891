using System.IO.Compression;
using System.Net;
using Bot.Knowledge.Importing.Fetching;
using Microsoft.AspNetCore.Http;

namespace Bot.Knowledge.Tests.Importing;

/// <summary>What is not asked for, whoever names it: an editor, a redirect or a feed.</summary>
public class RefusalTests
{
    private const string NotPublic = "which is not on the public internet. If it is in an intranet of yours, set Import:AllowPrivateAddresses to true.";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:f5ff:fffe")]
    [InlineData("2001:0:a00:1:0:0:f7f7:f7f7")]
    [InlineData("2001:db8::1")]
    [InlineData("2a00:1450::200:5efe:10.0.0.1")]
    [InlineData("100::1")]
    public void An_address_that_is_not_public_is_known_as_such(string address) => Assert.False(PublicInternet.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00:1450:4001::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:808:808::1")]
    public void A_public_address_is_known_as_such(string address) => Assert.True(PublicInternet.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/news.html")]
    [InlineData("http://2130706433:{0}/news.html")]
    [InlineData("http://0x7f000001:{0}/news.html")]
    [InlineData("http://0177.0.0.1:{0}/news.html")]
    [InlineData("http://0x7f.1:{0}/news.html")]
    [InlineData("http://127.1:{0}/news.html")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/news.html")]
    [InlineData("http://[::ffff:7f00:1]:{0}/news.html")]
    [InlineData("http://①②⑦.0.0.1:{0}/news.html")]
    [InlineData("http://name-of-this-machine.example:{0}/news.html")]
    [InlineData("http://one-of-two.example:{0}/news.html")]
    public async Task However_this_machine_is_named_it_is_not_asked(string address)
    {
        await using var server = await PageServer.StartAsync();
        var hosts = new Hosts().Add("name-of-this-machine.example", ["127.0.0.1"]).Add("one-of-two.example", ["8.8.8.8", "127.0.0.1"]);
        using var fixture = new ImportFixture(resolver: hosts, onlyPublic: true);

        Assert.EndsWith(NotPublic, await fixture.RefusalAsync(address.Replace("{0}", $"{server.Port}", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", NotPublic)]
    [InlineData("http://10.0.0.1/", NotPublic)]
    [InlineData("//[::1]/", NotPublic)]
    [InlineData("http://[fd00::1]/", NotPublic)]
    [InlineData("http://intranet.example/", NotPublic)]
    [InlineData("http://2852039166/", NotPublic)]
    [InlineData("file:///etc/passwd", "only http and https are, not file. Save the page, and import the file.")]
    [InlineData("ftp://example.org/a", "only http and https are, not ftp. Save the page, and import the file.")]
    [InlineData("data:text/html,x", "only http and https are, not data. Save the page, and import the file.")]
    [InlineData("http://example.org@10.0.0.1/", "it has a user name before its host. Leave out what stands before the @.")]
    public async Task A_redirect_to_what_is_not_asked_is_not_followed(string target, string refusal)
    {
        await using var server = await PageServer.StartAsync();
        server.Redirect("/first", "/second").Redirect("/second", target);
        using var fixture = new ImportFixture(resolver: new Hosts().Add("intranet.example", ["192.168.7.7"]));

        Assert.EndsWith(refusal, await fixture.RefusalAsync(server.At("/first").OriginalString), StringComparison.Ordinal);
        Assert.Equal(["/first", "/second"], server.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "not file.")]
    [InlineData("FTP://example.org/a.html", "not ftp.")]
    [InlineData("data:text/html,<p>x</p>", "not data.")]
    [InlineData("javascript:alert(1)", "not javascript.")]
    [InlineData("gopher://example.org/", "not gopher.")]
    [InlineData("http://user:secret@example.org/", "'http://…@example.org/' is not imported: it has a user name")]
    [InlineData("http://example.org%40127.0.0.1/", "is no address")]
    [InlineData("http://", "is no address")]
    public async Task An_address_of_another_kind_is_refused_by_name(string address, string words)
    {
        using var fixture = new ImportFixture();

        var refusal = await fixture.RefusalAsync(address);

        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_means_another_address_a_moment_later_changes_nothing()
    {
        await using var server = await PageServer.StartAsync();
        server.On("/first", context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "/news.html";
            return Task.CompletedTask;
        });
        var hosts = new Hosts().Add("rebinding.example", ["127.0.0.1"], ["10.0.0.1"]);
        using var fixture = new ImportFixture(resolver: hosts);

        Assert.EndsWith($"'rebinding.example' is at 10.0.0.1, {NotPublic}", await fixture.RefusalAsync(server.At("/first", "rebinding.example").OriginalString), StringComparison.Ordinal);
        Assert.Equal(["rebinding.example", "rebinding.example"], hosts.Asked);
        Assert.Equal(["/first"], server.Asked);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var server = await PageServer.StartAsync();
        server.Redirect("/a", "/b").Redirect("/b", "/a");
        using var fixture = new ImportFixture(options => options.MaxRedirects = 3);

        Assert.Equal($"'{server.At("/a")}' is not imported: it redirects more than 3 times, at last to '{server.At("/a")}'. Import the page's own address.", await fixture.RefusalAsync(server.At("/a").OriginalString));
        Assert.Equal(4, server.Asked.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("")]
    public async Task A_page_that_unpacks_to_more_than_the_limit_is_not_read_to_its_end(string packing)
    {
        await using var server = await PageServer.StartAsync();
        var endedEarly = new TaskCompletionSource();
        server.On("/bomb", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = packing;
            try
            {
                await using var packed = Packed(context.Response.Body, packing);
                var block = new byte[65_536];
                for (var blocks = 0; blocks < 16_000; blocks++)
                {
                    await packed.WriteAsync(block, context.RequestAborted);
                    await packed.FlushAsync(context.RequestAborted);
                }

                // What is written to a connection that has just ended goes nowhere: only that it ended counts.
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                endedEarly.SetResult();
            }
        });
        using var fixture = new ImportFixture(options => options.MaxBytes = 200_000);

        Assert.Equal($"'{server.At("/bomb")}' is not imported: it has more than 200000 bytes, unpacked. Save the part you need, and import the file, or raise Import:MaxBytes.", await fixture.RefusalAsync(server.At("/bomb").OriginalString));
        await endedEarly.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        static Stream Packed(Stream body, string packing) => packing switch
        {
            "gzip" => new GZipStream(body, CompressionLevel.Fastest),
            "br" => new BrotliStream(body, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(body, CompressionLevel.Fastest),
            _ => body,
        };
    }

    [Fact]
    public async Task A_page_that_announces_more_than_the_limit_is_refused_at_once()
    {
        await using var server = await PageServer.StartAsync();
        server.On("/huge", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 1_000_000_000;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var fixture = new ImportFixture();

        Assert.Contains("it has more than 4194304 bytes", await fixture.RefusalAsync(server.At("/huge").OriginalString), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/silent-head", "it took more than 0.3 seconds. Try again, or raise Import:Within.", 300, 60_000)]
    [InlineData("/silent-body", "its server fell silent for 0.3 seconds. Try again, or raise Import:StallTimeout.", 60_000, 300)]
    public async Task A_server_that_keeps_silent_is_not_waited_for(string path, string refusal, int within, int stall)
    {
        await using var server = await PageServer.StartAsync();
        server.On("/silent-head", context => UntilGone(context)).On("/silent-body", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>It begins");
            await context.Response.Body.FlushAsync();
            await UntilGone(context);
        });
        using var fixture = new ImportFixture(options =>
        {
            options.Within = TimeSpan.FromMilliseconds(within);
            options.StallTimeout = TimeSpan.FromMilliseconds(stall);
        });

        Assert.Equal($"'{server.At(path)}' is not imported: {refusal}", await fixture.RefusalAsync(server.At(path).OriginalString));

        static Task UntilGone(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task What_is_no_page_is_refused_by_what_it_is()
    {
        await using var server = await PageServer.StartAsync();
        server.Html("/a.pdf", [1, 2, 3], "application/pdf").Html("/none", [1], "");
        using var fixture = new ImportFixture();

        Assert.Equal($"'{server.At("/a.pdf")}' is not imported: it is application/pdf, and not a page, a text or a feed. Import the page that it belongs to.", await fixture.RefusalAsync(server.At("/a.pdf").OriginalString));
        Assert.Contains("answers 404 Not Found. Check the address", await fixture.RefusalAsync(server.At("/missing.html").OriginalString), StringComparison.Ordinal);
        Assert.Contains("it is nothing, and not a page", await fixture.RefusalAsync(server.At("/none").OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_named()
    {
        using var fixture = new ImportFixture();

        Assert.StartsWith("'http://nowhere.example/a' cannot be got: ", await fixture.RefusalAsync("http://nowhere.example/a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_import_ends_at_once_and_is_no_refusal()
    {
        await using var server = await PageServer.StartAsync();
        using var stop = new CancellationTokenSource();
        server.On("/slow", async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var fixture = new ImportFixture();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await fixture.Importer.ImportAsync(new(server.At("/slow").OriginalString), stop.Token).ToListAsync(CancellationToken.None));
    }
}
