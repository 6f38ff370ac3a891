using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.BotFramework.Channels;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Tests.Connecting;
using Bot.BotFramework.Tests.Identity;
using Bot.Conversations;
using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.BotFramework.Tests.Serving;

/// <summary>A bot on Kestrel with its record, two articles, and everything Azure has on loopback.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningBot(WebApplication app, string folder, Issuer channel, Issuer entra, ScriptedConnector connector, ScriptedAnswering answering, FakeTimeProvider time)
    {
        (_app, _folder, Channel, Entra, Connector, Answering, Time) = (app, folder, channel, entra, connector, answering, time);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public Issuer Channel { get; }

    public Issuer Entra { get; }

    public ScriptedConnector Connector { get; }

    public ScriptedAnswering Answering { get; }

    /// <summary>The channel's time, which stands until it is told to pass: its patience before it shows progress, and the pauses of streams.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>What the channel warned of.</summary>
    public required ConcurrentQueue<string> Warnings { get; init; }

    public HttpClient Client { get; }

    public static Task<RunningBot> StartAsync(params (string Name, string Value)[] settings) =>
        StartWithAsync([("MicrosoftAppId", AppId), ("MicrosoftAppPassword", "s3cret"), ("MicrosoftAppTenantId", Tenant), .. settings]);

    public static Task<RunningBot> StartAnonymousAsync(params (string Name, string Value)[] settings) =>
        StartWithAsync([("BotFramework:AllowAnonymousLoopback", "true"), .. settings]);

    public static async Task<RunningBot> StartWithAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-framework-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "knowledge"));
        await File.WriteAllTextAsync(Path.Combine(folder, "knowledge", "dam.md"), "---\ntitle: The *dam*\nlanguage: en\npublished: 2026-11-01\n---\nThe Oder dam broke on Monday. The Oder dam was old.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "knowledge", "fair.md"), "---\ntitle: The fair\nlanguage: en\npublished: 2026-10-01\n---\nThe Book Fair opens on Friday. The Book Fair is free.\n");
        var channel = await Issuer.StartAsync("msteams", "webchat");
        var entra = await Issuer.StartAsync();
        var connector = await ScriptedConnector.StartAsync();
        var answering = new ScriptedAnswering();
        var builder = WebApplication.CreateSlimBuilder();
        var warnings = new KeptWarnings();
        builder.Logging.ClearProviders().AddProvider(warnings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = Path.Combine(folder, "knowledge"),
            ["Records:Path"] = Path.Combine(folder, "record.db"),
            ["BotFramework:ChannelMetadata"] = channel.Metadata,
            ["BotFramework:EntraMetadata"] = entra.Metadata,
            ["BotFramework:LoginUrl"] = connector.Root + "/login/",
            ["BotFramework:ServiceHosts:0"] = "127.0.0.1",
            ["Records:Within"] = "00:00:20",
            ["Turns:PerAsker"] = "1000",
            ["Turns:PerConversation"] = "1000",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        builder.Services.AddSingleton<IAnswering>(answering);
        builder.Services.AddSingleton(new Links(new Uri("https://bot.example.org")));
        builder.Services.AddKnowledge().AddConversations().AddBotFramework();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BotFrameworkChannel>(provider, time));
        var app = builder.Build();
        app.MapBotFramework();
        await app.StartAsync();
        return new(app, folder, channel, entra, connector, answering, time) { Warnings = warnings.Said };
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The claims of a channel's token.</summary>
    public Dictionary<string, object> Claims()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = Connector.ServiceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(50).ToUnixTimeSeconds(),
        };
    }

    /// <summary>An activity as Teams sends it.</summary>
    public Dictionary<string, object?> Teams(string type = "message", string? text = "When did it break?", string id = "1700000000001", string conversation = "a:1") => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["text"] = text,
        ["timestamp"] = "2026-11-22T12:00:00.1234567Z",
        ["serviceUrl"] = Connector.ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new { id = "29:anna", name = "Anna", aadObjectId = "oid-anna" },
        ["recipient"] = new { id = "28:bot", name = "Bot" },
        ["conversation"] = new { id = conversation, conversationType = "personal", tenantId = Tenant },
        ["locale"] = "en-US",
        ["textFormat"] = "plain",
    };

    public Task<HttpResponseMessage> SendAsync(object activity, string? token = null) => SendTextAsync(JsonSerializer.Serialize(activity), token ?? Channel.Sign(Claims()));

    public Task<HttpResponseMessage> SendAnonymousAsync(object activity) => SendTextAsync(JsonSerializer.Serialize(activity), null);

    public async Task<HttpResponseMessage> SendTextAsync(string body, string? token, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue(scheme, token);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the channel's time pass until something is there.</summary>
    public async Task<T> PassAsync<T>(Task<T> awaited)
    {
        while (!awaited.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(awaited, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        return await awaited;
    }

    /// <summary>The turn of a question, once it is settled.</summary>
    public async Task<RecordedTurn> SettledAsync(string text)
    {
        var turns = Get<RecordedTurns>();
        var turn = (await turns.LatestAsync(100, CancellationToken.None)).First(found => found.Text == text);
        using var patience = new CancellationTokenSource(Tests.Some.Patience);
        await foreach (var happened in Get<Reception>().WatchAsync(turn.Id, patience.Token))
        {
            if (happened is TurnEvent.Settled settled)
            {
                return settled.Turn;
            }
        }

        throw new InvalidOperationException("The turn is gone.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
        await Entra.DisposeAsync();
        await Connector.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
