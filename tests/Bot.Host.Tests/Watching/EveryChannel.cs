using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Bot.Discord.Tests.Gateway;
using Bot.Discord.Tests.Rest;
using Bot.EndToEnd.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Watching;

/// <summary>
/// Questions by every channel of one host that is watched in every way, full of words that nobody else uses: once with a model that answers, once
/// with one that fails. Whatever reaches a collector, Prometheus or a log is kept.
/// </summary>
public sealed class EveryChannel : IAsyncLifetime
{
    /// <summary>What readers write, in questions, names, addresses, headers and where nothing is.</summary>
    public const string Reader = "zanquorb";

    /// <summary>What articles say.</summary>
    public const string Article = "plimvexa";

    /// <summary>What the model writes, and no article says.</summary>
    public const string Model = "glonktar";

    /// <summary>Keys, passwords and tokens.</summary>
    public const string Secret = "skwidnot";

    private const string Question = $"When did the bridge at Lorne fall, {Reader}?";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HostFolder _folder = HostFolder.New();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _shown = new(StringComparer.Ordinal);
    private ScriptedGateway _gateway = null!;
    private ScriptedDiscord _discord = null!;
    private ScriptedModel _model = null!;
    private WebApplication _connector = null!;

    internal Collector Collector { get; private set; } = null!;

    internal WatchedHost Host { get; private set; } = null!;

    /// <summary>What Prometheus got.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The turn of the question to the HTTP API.</summary>
    public string Asked { get; private set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("bridge", $"---\ntitle: The {Article} bridge\nbyline: {Article} Cole\npublished: 2024-05-14\nlanguage: en\n---\nThe {Article} bridge at Lorne fell into the river on Monday morning. Nobody was hurt.\n");
        _folder.Write("broken", $"---\ntitle: A road\nstatus: sometimes\n---\nThe {Article} road is closed.\n");
        Collector = await Collector.StartAsync();
        _gateway = await ScriptedGateway.StartAsync();
        _gateway.HeartbeatInterval = 500;
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        _discord.Gateway = () => _gateway.Description;
        _discord.Script = HearAsync;
        _connector = await ConnectorAsync();
        _model = await ScriptedModel.StartAsync(Stop);
        _model.Says = _ => $"The {Article} bridge at Lorne fell into the river on Monday morning [1]. The {Model} burned down in 1871 [1].";
        Host = new(_folder, Settings());
        await AskEverywhereAsync("one");
        _model.Says = _ => throw new InvalidOperationException(Model);
        await AskEverywhereAsync("two");
        await WanderAsync();
        await ReconnectAsync();
        Page = await Host.Client.GetStringAsync("/metrics", Stop);
        Host.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _model.DisposeAsync();
        await _discord.DisposeAsync();
        await _gateway.DisposeAsync();
        await _connector.DisposeAsync();
        await Collector.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<(string, string)> Settings() =>
    [
        ("Telemetry:Otlp", Collector.Address),
        ("Telemetry:OtlpHeaders", $"x-key={Secret}-collector"),
        ("Telemetry:Prometheus", "true"),
        ("Telemetry:Environment", "test"),
        ("Model:Endpoint", _model.Settings["Model__Endpoint"]),
        ("Model:Name", "scripted"),
        ("Model:ApiKey", $"{Secret}-model"),
        ("Model:MaxRetries", "0"),
        ("Model:TokensPerDay", "1000000"),
        ("Discord:Token", ScriptedGateway.Token),
        ("Discord:ApiUrl", _discord.ApiUrl),
        ("Discord:AcknowledgeWithin", "00:00:10"),
        ("BotFramework:AllowAnonymousLoopback", "true"),
        ("Web:PublicUrl", "https://bot.example.org"),
    ];

    private async Task AskEverywhereAsync(string round)
    {
        var asked = await AskApiAsync(round);
        Asked = round == "one" ? asked : Asked;
        await AskFormAsync();
        await AskActivityAsync(round);
        await AskDirectLineAsync();
        await AskDiscordAsync(round == "one" ? 1_000 : 2_000);
    }

    private async Task<string> AskApiAsync(string round)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
        {
            Content = JsonContent.Create(new { question = Question, conversation = $"{Reader}-conversation-{round}", history = new[] { new { role = "user", text = $"What fell, {Reader}?" }, new { role = "agent", text = $"The {Reader} bridge." } } }),
        };
        request.Headers.Add("Idempotency-Key", $"{Reader}-idempotency-{round}");
        request.Headers.Add("User-Agent", Reader);
        request.Headers.Add("Cookie", $"{Reader}={Secret}");
        request.Headers.Add("traceparent", $"00-{(round == "one" ? "4bf92f3577b34da6a3ce929d0e0e4736" : "5bf92f3577b34da6a3ce929d0e0e4736")}-00f067aa0ba902b7-01");
        request.Headers.Add("tracestate", $"{Reader}={Reader}");
        request.Headers.Add("baggage", $"{Reader}={Reader}");
        using var response = await Host.Client.SendAsync(request, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
    }

    private async Task AskFormAsync()
    {
        using var form = new FormUrlEncodedContent([new("question", Question), new("conversation", Reader)]);
        using var response = await Host.Client.PostAsync("/ask", form, Stop);
        Assert.InRange((int)response.StatusCode, 200, 399);
    }

    private async Task AskActivityAsync(string round)
    {
        var shown = Shown($"activity-{Reader}-{round}");
        using var response = await Host.Client.PostAsJsonAsync("/api/messages", new
        {
            type = "message",
            id = $"{Reader}-{round}",
            text = Question,
            channelId = "webchat",
            serviceUrl = _connector.Urls.Single() + "/",
            from = new { id = $"29:{Reader}", name = Reader },
            recipient = new { id = "28:bot" },
            conversation = new { id = $"activity-{Reader}-{round}", conversationType = "personal" },
        }, Stop);
        response.EnsureSuccessStatusCode();
        await shown.WaitAsync(Patience, Stop);
    }

    private async Task AskDirectLineAsync()
    {
        const string Path = "/v3/directline";
        var token = (await LineAsync(HttpMethod.Post, $"{Path}/tokens/generate", null, new { user = new { id = $"dl_{Reader}", name = Reader } })).GetProperty("token").GetString()!;
        var begun = await LineAsync(HttpMethod.Post, $"{Path}/conversations", token, new { });
        var stream = new Uri(begun.GetProperty("streamUrl").GetString()!);
        Tokens.Add(token[^40..]);
        Tokens.Add(stream.Query[^40..]);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new($"ws://{Host.Client.BaseAddress!.Authority}{stream.PathAndQuery}"), Stop);
        await LineAsync(HttpMethod.Post, $"{Path}/conversations/{begun.GetProperty("conversationId").GetString()}/activities", token, new { type = "message", from = new { id = $"dl_{Reader}", name = Reader }, text = Question });
        var heard = new StringBuilder();
        for (var buffer = new byte[16 * 1024]; !heard.ToString().Contains("\"final\"", StringComparison.Ordinal);)
        {
            var read = await socket.ReceiveAsync(buffer, Stop);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
        }
    }

    /// <summary>The tokens that were given out.</summary>
    internal ConcurrentBag<string> Tokens { get; } = [];

    private async Task AskDiscordAsync(int first)
    {
        var session = await _gateway.CurrentAsync(0);
        var byCommand = Shown($"{Secret}-{first}");
        var byMessage = Shown($"{ScriptedDiscord.DirectMessages}{first}");
        await session.EmitAsync("INTERACTION_CREATE", new
        {
            id = $"{first + 1}",
            type = 2,
            token = $"{Secret}-{first}",
            application_id = ScriptedDiscord.Application,
            channel_id = $"{first + 2}",
            guild_id = "6",
            locale = "en-US",
            member = new { user = new { id = "7", username = Reader, global_name = Reader } },
            data = new { name = "ask", options = new[] { new { name = "question", type = 3, value = Question } } },
        });
        await byCommand.WaitAsync(Patience, Stop);
        await session.EmitAsync("MESSAGE_CREATE", new
        {
            id = $"{first + 3}",
            channel_id = $"{ScriptedDiscord.DirectMessages}{first}",
            content = Question,
            timestamp = "2026-11-26T11:00:00.000000+00:00",
            author = new { id = "8", username = Reader, discriminator = "0", global_name = Reader },
            mentions = Array.Empty<object>(),
            attachments = Array.Empty<object>(),
            embeds = Array.Empty<object>(),
            type = 0,
        });
        await byMessage.WaitAsync(Patience, Stop);
    }

    private async Task ReconnectAsync()
    {
        var resumed = Shown("resumed");
        _gateway.OnResume = () => Show("resumed");
        await (await _gateway.CurrentAsync(0)).Connection!.SendAsync(op: 7, data: null);
        await resumed.WaitAsync(Patience, Stop);
    }

    // Searches, pages that are not there, requests that cannot be read.
    private async Task WanderAsync()
    {
        foreach (var path in new[] { $"/?q={Reader}", $"/{Reader}", $"/articles/{Reader}", $"/c/{Reader}", $"/api/answers/{Reader}", $"/health/ready?{Reader}", "/articles/bridge" })
        {
            using var response = await Host.Client.GetAsync(path, Stop);
        }

        foreach (var body in new[] { $"{{\"question\":\"{Reader}", $"{{\"{Reader}\":1}}", $"{{\"question\":\"{Reader}\",\"article\":\"{Reader}\"}}" })
        {
            using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
            using var response = await Host.Client.PostAsync("/api/ask", content, Stop);
            Assert.False(response.IsSuccessStatusCode);
        }

        // By hand: what a client of this process measures of its own requests is no word of the host's.
        using var odd = new TcpClient();
        await odd.ConnectAsync("127.0.0.1", Host.Client.BaseAddress!.Port, Stop);
        await odd.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{Reader.ToUpperInvariant()} /api/ask HTTP/1.1\r\nHost: {Reader}.example.org\r\nConnection: close\r\n\r\n"), Stop);
        using var refused = new StreamReader(odd.GetStream());
        Assert.StartsWith("HTTP/1.1 405", await refused.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    private async Task<JsonElement> LineAsync(HttpMethod method, string path, string? token, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await Host.Client.SendAsync(request, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).Clone();
    }

    private Task Shown(string place) => _shown.GetOrAdd(place, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Show(string place) => _shown.GetOrAdd(place, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    // An answer has sources; progress has none. The first message in a channel is refused once for Discord's limits.
    private async Task<bool> HearAsync(HttpContext context, string body)
    {
        var parts = context.Request.Path.Value!.Split('/');
        if (context.Request.Method == "POST" && parts is [.., "channels", _, "messages"] && _shown.TryAdd($"refused {parts[^2]}", new()))
        {
            await ScriptedDiscord.RefuseAsync(context, 0.2, "user");
            return true;
        }

        if (body.Contains("Monday", StringComparison.Ordinal))
        {
            Show(parts switch
            {
                [.., "interactions", _, var token, "callback"] => token,
                [.., var token, "messages", "@original"] => token,
                [.., "channels", var channel, "messages"] => channel,
                _ => "elsewhere",
            });
        }

        return false;
    }

    private async Task<WebApplication> ConnectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = builder.Build();
        connector.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            if (body.Contains("Monday", StringComparison.Ordinal))
            {
                Show(context.Request.Path.Value!.Split('/')[3]);
            }

            await context.Response.WriteAsJsonAsync(new { id = "9" });
        });
        await connector.StartAsync();
        return connector;
    }
}
