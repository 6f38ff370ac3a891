using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Discord.Tests.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Rest;

/// <summary>
/// Discord's REST API on loopback, with its limits: 50 requests a second in all, 5 messages in 5 seconds for each channel. What arrives is checked
/// against Discord's description when that is at hand; what is answered may be scripted.
/// </summary>
internal sealed partial class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "the-token";

    /// <summary>The channel of direct messages.</summary>
    public const string DirectMessages = "500";

    public const string Application = "175928847299117063";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = [];
    private readonly Dictionary<string, string> _nonces = [];
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);
    private int _ids;

    private ScriptedDiscord(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string ApiUrl => _app.Urls.First() + "/api/v10";

    /// <summary>Asked for each request that came within the limits: whether it has been answered.</summary>
    public Func<HttpContext, string, Task<bool>> Script { get; set; } = (_, _) => Task.FromResult(false);

    public ConcurrentQueue<Arrived> All { get; } = new();

    public ConcurrentQueue<(string Channel, string Content)> Messages { get; } = new();

    /// <summary>The bodies of follow-ups.</summary>
    public ConcurrentQueue<string> Followups { get; } = new();

    /// <summary>Whether requests are checked against Discord's description: that takes longer than they do.</summary>
    public bool ChecksContract { get; set; } = true;

    /// <summary>The application's commands, as they were set.</summary>
    public string Commands { get; set; } = "[]";

    /// <summary>What it says of the gateway.</summary>
    public Func<object>? Gateway { get; set; }

    /// <summary>How often somebody came too soon.</summary>
    public int TooSoon { get; private set; }

    /// <summary>What is there to be read, as JSON by its path.</summary>
    public ConcurrentDictionary<string, string> Resources { get; } = new(StringComparer.Ordinal);

    public int PerSecond { get; set; } = 50;

    public int PerChannel { get; set; } = 5;

    /// <summary>Told of each message as it is shown first, before its receipt: its nonce, or the interaction's token.</summary>
    public Action<string>? OnShown { get; set; }

    /// <summary>The next message is shown, and the connection breaks before a word comes back.</summary>
    public void LoseNextReceipt()
    {
        var first = 1;
        Script = async (context, body) =>
        {
            if (Interlocked.Exchange(ref first, 0) == 0)
            {
                return false;
            }

            using var unheard = new MemoryStream();
            context.Response.Body = unheard;
            await ServeAsync(context, body);
            context.Abort();
            return true;
        };
    }

    public static async Task<ScriptedDiscord> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var discord = new ScriptedDiscord(builder.Build(), time);
        discord._app.Run(discord.TakeAsync);
        await discord._app.StartAsync();
        return discord;
    }

    /// <summary>What was wrong with any request.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static Task RefuseAsync(HttpContext context, double wait, string scope)
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
        {
            context.Response.Headers["X-RateLimit-Global"] = "true";
        }

        return context.Response.WriteAsJsonAsync(new { message = "You are being rate limited.", retry_after = wait, global = scope == "global" });
    }

    /// <summary>Does what the request asks, without limits.</summary>
    public Task ServeAsync(HttpContext context, string body) => context.Request switch
    {
        { Method: "POST" } when MessagesPath().Match(context.Request.Path) is { Success: true } path => PostAsync(context, path.Groups[1].Value, body),
        { Method: "PATCH" } when OriginalPath().Match(context.Request.Path) is { Success: true } path => PatchAsync(context, path.Groups[1].Value),
        { Method: "GET" } when Resources.TryGetValue(context.Request.Path.Value!["/api/v10".Length..], out var json) => context.Response.WriteAsync(json),
        { Method: "POST" } when context.Request.Path.Value!.EndsWith("/users/@me/channels", StringComparison.Ordinal) => context.Response.WriteAsJsonAsync(new { id = DirectMessages }),
        { Method: "GET" } when context.Request.Path == "/api/v10/gateway/bot" && Gateway is { } gateway => context.Response.WriteAsJsonAsync(gateway()),
        { Method: "GET" } when context.Request.Path == "/api/v10/applications/@me" => context.Response.WriteAsJsonAsync(new { id = Application, name = "bot" }),
        { Method: "GET" or "PUT" } when CommandsPath().IsMatch(context.Request.Path) => RegisterAsync(context, body),
        { Method: "DELETE" } => NothingAsync(context),
        { Method: "POST" } when context.Request.Path.Value!.EndsWith("/callback", StringComparison.Ordinal) => AcknowledgeAsync(context),
        { Method: "POST" } when WebhookPath().Match(context.Request.Path) is { Success: true } path => FollowAsync(context, path.Groups[1].Value, body),
        { Method: "GET" } when OriginalPath().IsMatch(context.Request.Path) => context.Response.WriteAsJsonAsync(new { id = "original" }),
        _ => context.Response.WriteAsync("{}"),
    };

    public async ValueTask DisposeAsync()
    {
        // At once: a request may be held by a script.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget["/api/v10".Length..];
        var headers = context.Request.Headers;
        All.Enqueue(new(context.Request.Method, target, headers.Authorization.ToString(), headers.UserAgent.ToString(), context.Request.ContentType, body));
        if (ChecksContract && DiscordContract.IfHere is { } contract)
        {
            foreach (var fault in await contract.FaultsAsync(context.Request.Method, target, body))
            {
                _faults.Enqueue($"{context.Request.Method} {target}: {fault}");
            }
        }

        if (!await LimitAsync(context) && !await Script(context, body))
        {
            await ServeAsync(context, body);
        }
    }

    private async Task<bool> LimitAsync(HttpContext context)
    {
        var path = MessagesPath().Match(context.Request.Path);
        (double Wait, string Scope)? refused;
        lock (_lock)
        {
            refused = !IsInteractions(context.Request.Path) && Count("", PerSecond, 1) is { } global ? (global, "global") : null;
            if (refused is null && path.Success)
            {
                refused = Count(path.Groups[1].Value, PerChannel, 5) is { } bucket ? (bucket, "user") : null;
                var window = _windows[path.Groups[1].Value];
                var headers = context.Response.Headers;
                headers["X-RateLimit-Limit"] = PerChannel.ToString(CultureInfo.InvariantCulture);
                headers["X-RateLimit-Remaining"] = Math.Max(0, PerChannel - window.Count).ToString(CultureInfo.InvariantCulture);
                headers["X-RateLimit-Reset-After"] = (window.End - _time.GetUtcNow()).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
                headers["X-RateLimit-Bucket"] = "80c17d2f203122d936070c88c8d10f33";
            }

            TooSoon += refused is null ? 0 : 1;
        }

        if (refused is { } limit)
        {
            await RefuseAsync(context, limit.Wait, limit.Scope);
        }

        return refused is not null;
    }

    // Interactions don't count for the global limit (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit).
    private static bool IsInteractions(PathString path) => path.StartsWithSegments("/api/v10/interactions") || path.StartsWithSegments("/api/v10/webhooks");

    // Counted in windows that begin with their first request, as Discord does.
    private double? Count(string name, int most, double seconds)
    {
        var now = _time.GetUtcNow();
        if (!_windows.TryGetValue(name, out var window) || window.End <= now)
        {
            _windows[name] = window = new(now.AddSeconds(seconds));
        }

        return ++window.Count > most ? (window.End - now).TotalSeconds : null;
    }

    private Task PostAsync(HttpContext context, string channel, string body)
    {
        var json = JsonDocument.Parse(body).RootElement;
        string id;
        lock (_lock)
        {
            var nonce = json.TryGetProperty("nonce", out var named) ? named.GetString()! : $"none {++_ids}";
            if (!_nonces.TryGetValue(nonce, out id!))
            {
                _nonces[nonce] = id = (++_ids).ToString(CultureInfo.InvariantCulture);
                Messages.Enqueue((channel, json.GetProperty("content").GetString()!));
                OnShown?.Invoke(nonce);
            }
        }

        return context.Response.WriteAsJsonAsync(new { id, channel_id = channel });
    }

    // Discord numbers them, says more of them, and keeps no order.
    private Task RegisterAsync(HttpContext context, string body)
    {
        if (context.Request.Method == "PUT")
        {
            var commands = JsonNode.Parse(body)!.AsArray().Select(command => command!.DeepClone().AsObject()).Reverse().ToArray();
            foreach (var command in commands)
            {
                (command["id"], command["application_id"], command["version"], command["dm_permission"], command["nsfw"]) = ("5", Application, "6", true, false);
                command["name_localizations"] ??= null;
                command["default_member_permissions"] ??= null;
            }

            Commands = new JsonArray([.. commands]).ToJsonString();
        }

        return context.Response.WriteAsync(Commands);
    }

    private Task PatchAsync(HttpContext context, string token)
    {
        lock (_lock)
        {
            if (_nonces.TryAdd(token, "original"))
            {
                OnShown?.Invoke(token);
            }
        }

        return context.Response.WriteAsJsonAsync(new { id = "original" });
    }

    private Task FollowAsync(HttpContext context, string token, string body)
    {
        Followups.Enqueue(body);
        lock (_lock)
        {
            if (_nonces.TryAdd(token, "follow-up"))
            {
                OnShown?.Invoke(token);
            }
        }

        return context.Response.WriteAsJsonAsync(new { id = Id() });
    }

    private string Id()
    {
        lock (_lock)
        {
            return (++_ids).ToString(CultureInfo.InvariantCulture);
        }
    }

    private Task AcknowledgeAsync(HttpContext context)
    {
        if (_acknowledged.TryAdd(context.Request.Path.Value!, true))
        {
            return context.Response.WriteAsJsonAsync(new { interaction = new { id = "1" }, resource = new { type = 4, message = new { id = Id() } } });
        }

        context.Response.StatusCode = 400;
        return context.Response.WriteAsJsonAsync(new { code = 40060, message = "Interaction has already been acknowledged." });
    }

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    [GeneratedRegex("^/api/v10/channels/([0-9]+)/messages$", RegexOptions.NonBacktracking)]
    private static partial Regex MessagesPath();

    [GeneratedRegex("^/api/v10/webhooks/[0-9]+/([^/]+)/messages/@original$", RegexOptions.NonBacktracking)]
    private static partial Regex OriginalPath();

    [GeneratedRegex("^/api/v10/webhooks/[0-9]+/([^/]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex WebhookPath();

    [GeneratedRegex("^/api/v10/applications/175928847299117063/commands$", RegexOptions.NonBacktracking)]
    private static partial Regex CommandsPath();

    internal sealed record Arrived(string Method, string Target, string Authorization, string UserAgent, string? ContentType, string Body);

    private sealed class Window(DateTimeOffset end)
    {
        public DateTimeOffset End { get; } = end;

        public int Count { get; set; }
    }
}
