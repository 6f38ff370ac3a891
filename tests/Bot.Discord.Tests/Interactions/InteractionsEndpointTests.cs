using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionsEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Ask = """{"type":2,"id":"1","token":"t","data":{"name":"ask"}}""";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly FakeTimeProvider _time = new();
    private readonly Taken _interactions = new();
    private readonly KeptLog _log = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private string Now => _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<IInteractions>(_interactions);
        builder.Services.AddSingleton(Options.Create<DiscordOptions>(new() { PublicKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)) }));
        builder.Services.AddSingleton<OpenCallbacks>();
        builder.Services.AddSingleton<InteractionsEndpoint>();
        _app = builder.Build();
        _app.MapPost(InteractionsEndpoint.Path, (HttpContext context, InteractionsEndpoint endpoint) => endpoint.PostAsync(context));
        await _app.StartAsync();
        _client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Answers_a_ping_with_a_pong_and_asks_nobody()
    {
        using var response = await SendAsync(Signed("""{"type":1,"id":"1"}"""));
        Assert.Equal(("""{"type":1}""", "application/json"), (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType!.MediaType));
        Assert.Empty(_interactions.All);
    }

    [Fact]
    public async Task Hands_an_interaction_in_and_its_answer_back()
    {
        using var response = await SendAsync(Signed(Ask));
        Assert.Equal((HttpStatusCode.OK, """{"type":5}"""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("ask", Assert.Single(_interactions.All).GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Tells_whoever_gave_the_response_that_it_was_written()
    {
        var (callback, given) = Give("""{"type":4}""");
        _interactions.Answer = _ => callback.AnswerAsync(OpenCallbacks.Patience)!;
        using var response = await SendAsync(Signed(Ask));
        Assert.Equal("""{"type":4}""", await response.Content.ReadAsStringAsync());
        Assert.True((await given.WaitAsync(Some.Patience))!.Done);
    }

    [Fact]
    public async Task Tells_whoever_gave_the_response_that_nobody_knows_whether_it_arrived()
    {
        var (_, given) = Give("""{"type":4}""");
        var reached = new TaskCompletionSource();
        _interactions.Answer = async stop =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return [];
        };
        using var abort = new CancellationTokenSource();
        var sending = SendAsync(Signed(Ask), abort.Token);
        await reached.Task.WaitAsync(Some.Patience);
        await abort.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        var reply = (await given.WaitAsync(Some.Patience))!;
        Assert.Equal((true, true), (reply.IsFailure, reply.Sent));
    }

    [Fact]
    public async Task Takes_none_of_a_thousand_changed_requests()
    {
        var random = new Random(8032);
        var tried = new HashSet<string>();
        for (var number = 0; number < 1_000; number++)
        {
            var request = Changed(Signed(Ask), random, out var kind);
            tried.Add(kind);
            using var response = await SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{kind} number {number}: {response.StatusCode}");
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(9, tried.Count);
        Assert.Empty(_interactions.All);

        // The same, unchanged, is taken.
        using var unchanged = await SendAsync(Signed(Ask));
        Assert.Single(_interactions.All);
    }

    [Theory]
    [InlineData(-300, 200), InlineData(300, 200), InlineData(-301, 401), InlineData(301, 401)]
    public async Task Takes_only_what_was_signed_just_now(int seconds, int status)
    {
        using var response = await SendAsync(Signed(Ask, _time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 401, _log.Lines.Any(line => line.Contains("set this machine's clock", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("not a time"), InlineData("-1"), InlineData("99999999999999999999"), InlineData("9223372036854775807"), InlineData("")]
    public async Task Refuses_a_time_that_is_none_even_when_it_is_signed(string timestamp)
    {
        using var response = await SendAsync(Signed(Ask, timestamp));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(""), InlineData("[]"), InlineData("{"), InlineData("""{"type":"1"}"""), InlineData("""{"type":1.5}"""), InlineData("{}")]
    public async Task Calls_what_is_signed_and_no_interaction_a_bad_request(string body)
    {
        using var response = await SendAsync(Signed(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Reads_no_more_of_a_body_than_Discord_sends()
    {
        using var response = await SendAsync(Signed(new string(' ', 1024 * 1024 + 1)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static Sent Changed(Sent sent, Random random, out string kind)
    {
        var (signature, timestamp, body) = (sent.Signature![0], sent.Timestamp![0], sent.Body);
        var at = random.Next(body.Length);
        (kind, var changed) = random.Next(9) switch
        {
            0 => ("bit of the body", sent with { Body = [.. body[..at], (byte)(body[at] ^ (1 << random.Next(8))), .. body[(at + 1)..]] }),
            1 => ("body longer", sent with { Body = [.. body, (byte)' '] }),
            2 => ("body shorter", sent with { Body = body[..at] }),
            3 => ("bit of the signature", sent with { Signature = [Flipped(signature, random)] }),
            4 => ("digits of the signature", sent with { Signature = [random.Next(3) switch { 0 => signature[..random.Next(128)], 1 => signature + "00", _ => signature.ToUpperInvariant() + "x" }] }),
            5 => ("time", sent with { Timestamp = [(long.Parse(timestamp, CultureInfo.InvariantCulture) + random.Next(1, 100)).ToString(CultureInfo.InvariantCulture)] }),
            6 => ("time and body shifted", sent with { Timestamp = [timestamp + (char)body[0]], Body = body[1..] }),
            7 => ("header missing", random.Next(2) == 0 ? sent with { Signature = [] } : sent with { Timestamp = [] }),
            _ => ("header twice", sent with { Signature = [signature, signature] }),
        };
        return changed;
    }

    private static string Flipped(string signature, Random random)
    {
        var bytes = Convert.FromHexString(signature);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Convert.ToHexStringLower(bytes);
    }

    private Sent Signed(string body, string? timestamp = null)
    {
        timestamp ??= Now;
        var bytes = Encoding.UTF8.GetBytes(body);
        return new([Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(timestamp), .. bytes]))], [timestamp], bytes);
    }

    private (OpenCallback Callback, Task<RestReply?> Given) Give(string response)
    {
        var callbacks = _app.Services.GetRequiredService<OpenCallbacks>();
        return (callbacks.Open("t"), callbacks.GiveAsync("t", Encoding.UTF8.GetBytes(response), TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> SendAsync(Sent sent, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, InteractionsEndpoint.Path) { Content = new ByteArrayContent(sent.Body) };
        foreach (var signature in sent.Signature)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        }

        foreach (var timestamp in sent.Timestamp)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        }

        return await _client.SendAsync(request, cancellationToken);
    }

    private sealed record Sent(string[] Signature, string[] Timestamp, byte[] Body);

    private sealed class Taken : IInteractions
    {
        public List<JsonElement> All { get; } = [];

        public Func<CancellationToken, Task<byte[]>> Answer { get; set; } = _ => Task.FromResult("""{"type":5}"""u8.ToArray());

        public Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken)
        {
            All.Add(interaction);
            return Answer(cancellationToken);
        }
    }
}
