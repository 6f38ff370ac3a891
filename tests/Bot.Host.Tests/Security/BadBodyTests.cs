using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Host.Tests.Security;

/// <summary>Bodies that are too large, too deep or none at all, at every address that takes one.</summary>
public sealed class BadBodyTests : IDisposable
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    // More than any address takes; what is taken of it stands in the sockets of this machine, and not in the host's memory.
    private const long Flood = 64L * 1024 * 1024;
    private const long Held = 24L * 1024 * 1024;

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "7", "\"", "{\"a\":1,\"a\":2}", "{\"type\":7}", "{\"question\":[],\"text\":{},\"conversation\":[],\"key\":1}", "\uFEFF{}", "{\"conversatio\\ud800\":1}", "{\"type\":\"message\",\"text\":\"\\ud800\"}",
        "{\"a\":" + new string('[', 20_000) + new string(']', 20_000) + "}", string.Concat(Enumerable.Repeat("{\"a\":", 9_000)), "{\"question\":\"" + new string('a', 60_000) + "\"}", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nx", "key=%zz&question=%00&=&&", new string('&', 5_000),
    ];

    private readonly Key _discord = Key.Create(SignatureAlgorithm.Ed25519);

    public void Dispose() => _discord.Dispose();

    [Fact]
    public async Task Are_refused_in_words_and_nothing_fails()
    {
        await using var host = Start();
        var visitor = await BeginAsync(host);
        foreach (var (path, type) in Addresses(visitor.Conversation))
        {
            foreach (var body in Bodies)
            {
                using var response = await SendAsync(host, path, type, body, visitor.Token);

                var said = await response.Content.ReadAsStringAsync(host.Stop);
                var name = $"{path} ({type}) {(int)response.StatusCode} for {body[..Math.Min(40, body.Length)]}: {said[..Math.Min(200, said.Length)]}";
                Assert.True((int)response.StatusCode < 500, name);
                Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
                Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
            }
        }

        Assert.Equal([], host.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line));
    }

    [Fact]
    public async Task Without_end_are_cut_off()
    {
        await using var host = Start();
        var visitor = await BeginAsync(host);
        foreach (var (path, type) in Addresses(visitor.Conversation).Where(address => !address.Path.EndsWith("/upload", StringComparison.Ordinal)))
        {
            Assert.InRange(await FloodAsync(host, path, type, visitor.Token), 1, Held);
        }

        Assert.Equal([], host.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line));
    }

    [Fact]
    public async Task That_break_off_are_no_error_of_ours()
    {
        await using var host = Start();
        foreach (var (path, type) in Addresses("c").Where(address => address.Path is "/api/ask" or "/api/forget" or "/ask" or "/discord/interactions" or "/desk/key"))
        {
            using var client = await RawRequest.ConnectAsync(host, $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 100\r\n\r\n{{\"a\":");
            using var reader = new StreamReader(client.GetStream());
            client.Client.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain("HTTP/1.1 5", await reader.ReadToEndAsync(host.Stop), StringComparison.Ordinal);
        }

        Assert.Equal([], host.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line));
    }

    private static IEnumerable<(string Path, string Type)> Addresses(string conversation) =>
    [
        ("/api/ask", Json), ("/api/forget", Json), ("/api/delete-my-data", Json), ("/ask", Form), ("/ask", Multipart), ("/ask", "multipart/form-data"), ("/api/messages", Json), ("/discord/interactions", Json),
        ("/v3/directline/tokens/generate", Json), ("/v3/directline/tokens/refresh", Json), ("/v3/directline/conversations", Json), ($"/v3/directline/conversations/{conversation}/activities", Json),
        ($"/v3/directline/conversations/{conversation}/upload", Multipart), ($"/v3/directline/conversations/{conversation}/upload", "multipart/form-data"), ("/desk/key", Form), ("/desk/key", Multipart), ("/desk/key", "multipart/form-data"),
    ];

    private RunningHost Start() => RunningHost.Start(
        ("Desk:Enabled", "true"),
        ("Desk:Key", "a-key-of-more-than-twenty-four"),
        ("BotFramework:AllowAnonymousLoopback", "true"),
        ("Discord:PublicKey", Convert.ToHexStringLower(_discord.PublicKey.Export(KeyBlobFormat.RawPublicKey))),
        ("Discord:ApplicationId", "123456789012345678"),
        ("Discord:ApiUrl", "http://127.0.0.1:9/api/v10"),
        ("Web:RequestsPerMinute", "100000"),
        ("DirectLine:ConversationsPerMinute", "100000"),
        ("DirectLine:ActivitiesPerMinute", "100000"));

    private static async Task<(string Token, string Conversation)> BeginAsync(RunningHost host)
    {
        using var begun = await host.Client.PostAsync("/v3/directline/tokens/generate", null, host.Stop);
        var token = await begun.Content.ReadFromJsonAsync<JsonElement>(host.Stop);
        return (token.GetProperty("token").GetString()!, token.GetProperty("conversationId").GetString()!);
    }

    // Discord's are signed as its own would be: else they are refused before they are looked at.
    private async Task<HttpResponseMessage> SendAsync(RunningHost host, string path, string type, string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (path.StartsWith("/v3/", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new("Bearer", token);
        }
        else if (path == "/discord/interactions")
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("X-Signature-Timestamp", now);
            request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_discord, Encoding.UTF8.GetBytes(now + body))));
        }

        return await host.Client.SendAsync(request, host.Stop);
    }

    private static async Task<long> FloodAsync(RunningHost host, string path, string type, string token)
    {
        using var client = await RawRequest.ConnectAsync(host, $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nAuthorization: Bearer {token}\r\nTransfer-Encoding: chunked\r\n\r\n");
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('a', 0x10000)}\r\n");
        long sent = 0;
        try
        {
            while (sent < Flood)
            {
                await client.GetStream().WriteAsync(chunk, host.Stop);
                sent += chunk.Length;
            }
        }
        catch (IOException)
        {
            // The host hung up, as it should.
        }

        return sent;
    }
}
