using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

/// <summary>
/// Discord's gateway on loopback, with sessions that it replays. What it does beside is scripted by whoever holds a connection. discord.js connects
/// to it, resumes on it and survives its faults in these tests too: that it speaks as Discord does is not its own word.
/// </summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    public const string Token = "MTA.the-token";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, GatewayServerSession> _current = [];
    private TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids = 100;

    private ScriptedGateway(WebApplication app) => _app = app;

    public string ApiUrl => _app.Urls.First() + "/api";

    public string Url => _app.Urls.First().Replace("http", "ws", StringComparison.Ordinal) + "/gateway";

    public int HeartbeatInterval { get; set; } = 41_250;

    public int Total { get; set; } = 1_000_000;

    public int Remaining { get; set; } = 1_000_000;

    public int MaxConcurrency { get; set; } = 1_000;

    /// <summary>Told of each heartbeat.</summary>
    public Action? OnHeartbeat { get; set; }

    /// <summary>Told of each session that is taken up.</summary>
    public Action? OnResume { get; set; }

    /// <summary>How many shards it recommends.</summary>
    public int Shards { get; set; } = 1;

    public ConcurrentDictionary<string, GatewayServerSession> Sessions { get; } = new();

    /// <summary>What was to be shown as status, session by session.</summary>
    public ConcurrentQueue<string?> Presences { get; } = new();

    /// <summary>What a connection meets first, by shard-independent script: whether it goes on.</summary>
    public ConcurrentQueue<Func<GatewayServerConnection, Task<bool>>> OnConnect { get; } = new();

    /// <summary>What was identified, resumed and asked, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Begun sessions while the last one could have been taken up, and its client knew.</summary>
    public int NeedlessIdentifies;

    public static async Task<ScriptedGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new ScriptedGateway(builder.Build());
        gateway._app.UseWebSockets();
        gateway._app.MapGet("/api/v10/gateway/bot", gateway.Describe);
        gateway._app.Map("/gateway", gateway.TakeAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>The session of a shard that is valid now.</summary>
    public GatewayServerSession? Current(int shard)
    {
        lock (_lock)
        {
            return _current.GetValueOrDefault(shard) is { IsInvalid: false } current ? current : null;
        }
    }

    /// <summary>The session of a shard that is valid now, or will be.</summary>
    public async Task<GatewayServerSession> CurrentAsync(int shard)
    {
        while (true)
        {
            Task begun;
            lock (_lock)
            {
                begun = _begun.Task;
            }

            if (Current(shard) is { } current)
            {
                return current;
            }

            await begun.WaitAsync(Patience);
        }
    }

    /// <summary>Waits until nobody is connected to a shard's session.</summary>
    public async Task LeftAsync(int shard)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Current(shard) is { Connection: not null })
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Begin(GatewayServerSession session)
    {
        TaskCompletionSource begun;
        lock (_lock)
        {
            Sessions[session.Id] = _current[session.Shard] = session;
            (begun, _begun) = (_begun, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        begun.SetResult();
    }

    public string Next() => Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private IResult Describe(HttpContext context)
    {
        Log.Enqueue("gateway/bot");
        return context.Request.Headers.Authorization != $"Bot {Token}"
            ? Results.Json(new { message = "401: Unauthorized", code = 0 }, statusCode: 401)
            : Results.Json(Description);
    }

    /// <summary>Where it is, and what it allows.</summary>
    public object Description =>
        new { url = Url, shards = Shards, session_start_limit = new { total = Total, remaining = Remaining, reset_after = 3_600_000, max_concurrency = MaxConcurrency } };

    private async Task TakeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!context.WebSockets.IsWebSocketRequest || query["v"] != "10" || query["encoding"] != "json")
        {
            context.Response.StatusCode = 400;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await using var connection = new GatewayServerConnection(this, socket, query["compress"] == "zlib-stream", context.RequestAborted);
        if (OnConnect.TryDequeue(out var script) && !await script(connection))
        {
            return;
        }

        await connection.SendAsync(10, new { heartbeat_interval = HeartbeatInterval });
        await connection.ListenAsync();
    }

    internal static string Event(string type, long sequence, object data) => JsonSerializer.Serialize(new { op = 0, t = type, s = sequence, d = data });
}
