using System.Globalization;
using System.Net;
using System.Text;
using NSec.Cryptography;

namespace Bot.Host.Tests.Discord;

public sealed class DiscordBotTests : IDisposable
{
    private const string Path = "/discord/interactions";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    private (string Name, string Value)[] Settings =>
        [("Discord:PublicKey", Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey))), ("Discord:ApplicationId", "175928847299117063"), ("Web:RequestsPerMinute", "1")];

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Without_settings_there_is_no_address_and_health_says_that_it_is_off()
    {
        await using var host = RunningHost.Start();
        using var response = await SendAsync(host, """{"type":1}""");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("off", await StateAsync(host));
    }

    [Fact]
    public async Task Answers_Discords_pings_as_often_as_they_come_and_no_others()
    {
        await using var host = RunningHost.Start(Settings);
        for (var time = 0; time < 3; time++)
        {
            using var response = await SendAsync(host, """{"type":1}""");
            Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), (response.StatusCode, await response.Content.ReadAsStringAsync(host.Stop)));
            using var forged = await SendAsync(host, """{"type":1}""", signed: """{"type":2}""");
            Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        }

        Assert.Equal("http", await StateAsync(host));
    }

    [Fact]
    public async Task Takes_an_interaction_that_is_longer_than_readers_requests_may_be()
    {
        await using var host = RunningHost.Start(Settings);
        using var response = await SendAsync(host, $$"""{"type":1,"message":"{{new string('x', 100_000)}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var longer = await SendAsync(host, $$"""{"type":1,"message":"{{new string('x', 1_100_000)}}"}""", waits: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, longer.StatusCode);
    }

    private static async Task<string?> StateAsync(RunningHost host)
    {
        using var ready = await host.Client.GetAsync("/health/ready", host.Stop);
        return (await host.ReadAsync(ready)).GetProperty("discord").GetProperty("state").GetString();
    }

    private async Task<HttpResponseMessage> SendAsync(RunningHost host, string body, string? signed = null, bool waits = false)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body) };
        // What is refused is not read: whoever waits for leave to send it hears so, instead of a broken connection.
        request.Headers.ExpectContinue = waits;
        request.Headers.Add("X-Signature-Timestamp", now);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(now + (signed ?? body)))));
        return await host.Client.SendAsync(request, host.Stop);
    }
}
