using System.Net;
using System.Text;
using Bot.BotFramework.DirectLine;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.BotFramework.Tests.DirectLine;

public sealed class VisitorTests
{
    private const string Page = "https://news.example.org";

    [Fact]
    public async Task A_token_names_its_conversation_and_a_reader_that_is_nobody()
    {
        await using var page = await RunningPage.StartAsync();
        var (first, second) = (await page.BeginAsync(), await page.BeginAsync());
        var token = new JsonWebToken(first.Token);

        Assert.Equal(first.Conversation, token.GetPayloadValue<string>("conv"));
        Assert.StartsWith("dl_", token.GetPayloadValue<string>("user"), StringComparison.Ordinal);
        Assert.NotEqual(token.GetPayloadValue<string>("user"), new JsonWebToken(second.Token).GetPayloadValue<string>("user"));
        Assert.Equal(TimeSpan.FromMinutes(30), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task What_a_client_says_of_itself_is_not_believed()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        await RunningPage.JsonAsync(await guest.PostAsync(new
        {
            type = "message",
            text = "/help",
            id = "mine",
            serviceUrl = "https://evil.example",
            channelId = "msteams",
            conversation = new { id = "another" },
            from = new { id = "somebody", role = "bot" },
            deliveryMode = "expectReplies",
            isOurs = false,
        }));
        var echo = (await guest.ReadAsync()).Activities[1];

        Assert.Equal(new JsonWebToken(guest.Token).GetPayloadValue<string>("user"), echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(guest.Conversation, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.StartsWith(guest.Conversation, echo.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.False(echo.TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task A_token_is_good_for_its_time_and_is_renewed_within_it()
    {
        var time = new FakeTimeProvider(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        await using var page = await RunningPage.StartAsync(null, time);
        var guest = await page.BeginAsync();
        time.Advance(TimeSpan.FromMinutes(20));
        var renewed = (await RunningPage.JsonAsync(await page.SendAsync(HttpMethod.Post, "/tokens/refresh", guest.Token))).GetProperty("token").GetString();
        time.Advance(TimeSpan.FromMinutes(20));

        await AssertAsync(page, guest, guest.Token, HttpStatusCode.Forbidden, "TokenExpired");
        using var good = await page.SendAsync(HttpMethod.Get, $"/conversations/{guest.Conversation}", renewed);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var late = await page.SendAsync(HttpMethod.Post, "/tokens/refresh", guest.Token);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_other_conversation_and_no_stream_and_a_streams_token_nothing_else()
    {
        await using var page = await RunningPage.StartAsync();
        var (guest, other) = (await page.BeginAsync(), await page.BeginAsync());
        var ofStream = guest.StreamUrl[(guest.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];

        await AssertAsync(page, other, guest.Token, HttpStatusCode.Unauthorized, "Unauthorized");
        await AssertAsync(page, guest, ofStream, HttpStatusCode.Unauthorized, "Unauthorized");
        await AssertAsync(page, guest, null, HttpStatusCode.Unauthorized, "Unauthorized");
        await AssertAsync(page, guest, "garbage", HttpStatusCode.Unauthorized, "Unauthorized");
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(new(guest.StreamUrl.Replace(ofStream, guest.Token, StringComparison.Ordinal)), RunningPage.Token));
    }

    [Fact]
    public async Task A_token_stays_good_while_the_records_key_changes()
    {
        var folder = Directory.CreateTempSubdirectory("bot-page-").FullName;
        var (old, next) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]));
        try
        {
            RunningPage.Guest guest;
            await using (var before = await RunningPage.StartAsync(folder, null, ("Records:Key", old)))
            {
                guest = await before.BeginAsync();
            }

            await using var after = await RunningPage.StartAsync(folder, null, ("Records:Key", next), ("Records:PreviousKey", old));

            Assert.Single((await guest.At(after).ReadAsync()).Activities);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_address_of_a_stream_opens_it_for_two_minutes_only()
    {
        var time = new FakeTimeProvider(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        await using var page = await RunningPage.StartAsync(null, time);
        var tokens = page.Get<VisitorTokens>();
        var token = await tokens.OfStreamAsync(Visitor.New(null, null), RunningPage.Token);

        time.Advance(TimeSpan.FromSeconds(119));
        Assert.IsType<Proof.Of>(await tokens.ReadStreamAsync(token, RunningPage.Token));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Proof.Expired>(await tokens.ReadStreamAsync(token, RunningPage.Token));
    }

    [Fact]
    public async Task No_token_that_was_tampered_with_proves_anything()
    {
        await using var page = await RunningPage.StartAsync();
        var tokens = page.Get<VisitorTokens>();
        var token = await tokens.OfConversationAsync(Visitor.New(Page, "dam"), RunningPage.Token);
        Assert.IsType<Proof.Of>(await tokens.ReadAsync(token, RunningPage.Token));
        var random = new Random(20261126);
        for (var round = 0; round < 1_000; round++)
        {
            var tampered = new StringBuilder(token);
            for (var change = 0; change <= round % 3; change++)
            {
                Tamper(tampered, random);
            }

            if (Meaning(tampered.ToString()) != Meaning(token))
            {
                Assert.IsNotType<Proof.Of>(await tokens.ReadAsync(tampered.ToString(), RunningPage.Token));
            }
        }

        var another = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "bot",
            Audience = "directline",
            Claims = new Dictionary<string, object> { ["conv"] = "c", ["user"] = "u" },
            Expires = DateTime.UnixEpoch.AddYears(100),
            SigningCredentials = new(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256),
        });
        Assert.IsType<Proof.Wrong>(await tokens.ReadAsync(another, RunningPage.Token));
        Assert.IsType<Proof.Wrong>(await tokens.ReadAsync($"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{token.Split('.')[1]}.", RunningPage.Token));
    }

    [Fact]
    public async Task Pages_of_other_origins_are_refused_and_told_the_setting_unless_it_names_them()
    {
        await using var page = await RunningPage.StartAsync(("DirectLine:AllowedOrigins:0", Page));
        using var refused = await page.SendAsync(HttpMethod.Post, "/tokens/generate", null, new { }, "https://evil.example");
        using var allowed = await page.SendAsync(HttpMethod.Post, "/tokens/generate", null, new { }, Page);
        using var own = await page.SendAsync(HttpMethod.Post, "/tokens/generate", null, new { }, page.Address.GetLeftPart(UriPartial.Authority));
        using var sandboxed = await page.SendAsync(HttpMethod.Post, "/tokens/generate", null, new { }, "null");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden], new[] { refused, allowed, own, sandboxed }.Select(response => response.StatusCode));
        Assert.Contains("DirectLine:AllowedOrigins", (await RunningPage.ErrorAsync(refused)).Message, StringComparison.Ordinal);
        Assert.Equal(Page, allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_token_of_one_origin_is_no_good_on_another_page()
    {
        await using var page = await RunningPage.StartAsync(("DirectLine:AllowedOrigins:0", Page), ("DirectLine:AllowedOrigins:1", "https://other.example"));
        var generated = await RunningPage.JsonAsync(await page.SendAsync(HttpMethod.Post, "/tokens/generate", null, new { }, Page));
        using var there = await page.SendAsync(HttpMethod.Post, "/conversations", generated.GetProperty("token").GetString(), new { }, "https://other.example");
        using var here = await page.SendAsync(HttpMethod.Post, "/conversations", generated.GetProperty("token").GetString(), new { }, Page);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Created), (there.StatusCode, here.StatusCode));
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_ask_what_directlinejs_asks()
    {
        await using var page = await RunningPage.StartAsync(("DirectLine:AllowedOrigins:0", Page));
        using var request = new HttpRequestMessage(HttpMethod.Options, RunningPage.Path + "/conversations");
        request.Headers.Add("Origin", Page);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        using var response = await page.Client.SendAsync(request, RunningPage.Token);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("authorization,content-type,x-ms-bot-agent,x-requested-with", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("https://news.example.org/", false)]
    [InlineData("https://news.example.org/page", false)]
    [InlineData("news.example.org", false)]
    [InlineData("ftp://news.example.org", false)]
    [InlineData("*", false)]
    [InlineData("https://user@news.example.org", false)]
    [InlineData("https://news.example.org", true)]
    [InlineData("http://localhost:3000", true)]
    public void An_origin_is_scheme_host_and_port_and_nothing_else(string text, bool isOne)
    {
        Assert.Equal(isOne, Origins.IsOrigin(text));
        Assert.Equal(isOne, new DirectLineValidator().Validate(null, new() { AllowedOrigins = [text] }).Succeeded);
    }

    private static async Task AssertAsync(RunningPage page, RunningPage.Guest guest, string? token, HttpStatusCode status, string code)
    {
        using var response = await page.SendAsync(HttpMethod.Get, $"/conversations/{guest.Conversation}/activities", token);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await RunningPage.ErrorAsync(response)).Code);
    }

    private static void Tamper(StringBuilder token, Random random)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        var place = random.Next(token.Length);
        switch (random.Next(3))
        {
            case 0:
                token[place] = Letters[random.Next(Letters.Length)];
                break;
            case 1:
                token.Remove(place, 1);
                break;
            default:
                token.Insert(place, Letters[random.Next(Letters.Length)]);
                break;
        }
    }

    // The last letter of Base64url may have bits that mean nothing.
    private static string Meaning(string token)
    {
        try
        {
            return string.Join('.', token.Split('.').Select(part => Convert.ToHexString(Base64UrlEncoder.DecodeBytes(part))));
        }
        catch (FormatException)
        {
            return token;
        }
    }
}
