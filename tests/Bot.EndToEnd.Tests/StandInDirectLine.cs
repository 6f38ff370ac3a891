using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// Stands before a host that has no Direct Line of its own, at an address of its own: speaks as much of the protocol as the page needs, has the host
/// answer the questions, and passes everything else on to it. Once the host has one, no test starts this.
/// </summary>
internal sealed class StandInDirectLine : IAsyncDisposable
{
    private const string Base = "/v3/directline";

    private readonly WebApplication _app;
    private readonly HttpClient _host;
    private readonly ConcurrentDictionary<string, StandInConversation> _conversations = new(StringComparer.Ordinal);

    private StandInDirectLine(Uri host)
    {
        _host = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapPost(Base + "/tokens/generate", () => Token(Guid.NewGuid().ToString("N")));
        _app.MapPost(Base + "/tokens/refresh", (HttpContext context) => Conversation(context) is null ? Results.StatusCode(403) : Token(NameOf(context)!));
        _app.MapPost(Base + "/conversations", Begin);
        _app.MapGet(Base + "/conversations/{id}", (string id, HttpContext context) => _conversations.ContainsKey(id) ? Results.Json(Started(context, id)) : Results.NotFound());
        _app.MapGet(Base + "/conversations/{id}/stream", StreamAsync);
        _app.MapPost(Base + "/conversations/{id}/activities", PostAsync);
        _app.MapFallback("{**path}", PassOnAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<StandInDirectLine> StartAsync(Uri host)
    {
        var standIn = new StandInDirectLine(host);
        await standIn._app.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var conversation in _conversations.Values)
        {
            conversation.Drop();
        }

        await _app.DisposeAsync();
        _host.Dispose();
    }

    private static JsonObject Named(string id) => new() { ["conversationId"] = id, ["token"] = TokenOf(id), ["expires_in"] = 1800 };

    private static IResult Token(string id) => Results.Json(Named(id));

    private static string TokenOf(string id)
    {
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"conv":"{{id}}","user":"dl_reader"}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"e30.{claims}.none";
    }

    private static string? NameOf(HttpContext context)
    {
        var claims = context.Request.Headers.Authorization.ToString().Split('.') is [_, var middle, _] ? middle.Replace('-', '+').Replace('_', '/') : null;
        return claims is null ? null : JsonDocument.Parse(Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '='))).RootElement.GetProperty("conv").GetString();
    }

    private StandInConversation? Conversation(HttpContext context) => NameOf(context) is { } id ? _conversations.GetValueOrDefault(id) : null;

    private static JsonObject Started(HttpContext context, string id)
    {
        var started = Named(id);
        started["streamUrl"] = $"ws://{context.Request.Host}{Base}/conversations/{id}/stream";
        return started;
    }

    private IResult Begin(HttpContext context)
    {
        if (NameOf(context) is not { } id)
        {
            return Results.StatusCode(403);
        }

        _conversations.GetOrAdd(id, _ =>
        {
            var conversation = new StandInConversation();
            conversation.Add(StandInActivities.Welcome());
            return conversation;
        });
        return Results.Json(Started(context, id), statusCode: 201);
    }

    private async Task PostAsync(string id, HttpContext context)
    {
        if (!_conversations.TryGetValue(id, out var conversation))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var activity = (await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted)).Clone();
        var name = conversation.Add(JsonObject.Create(activity)!);
        await context.Response.WriteAsJsonAsync(new { id = name }, context.RequestAborted);
        if (activity.GetProperty("type").GetString() == "message")
        {
            conversation.Add(StandInActivities.Searching(name));
            var article = activity.GetProperty("channelData").TryGetProperty("botArticle", out var slug) ? slug.GetString() : null;
            using var answer = await _host.PostAsJsonAsync("/api/ask", new { question = activity.GetProperty("text").GetString(), article });
            conversation.Add(StandInActivities.Answer(name, await answer.Content.ReadFromJsonAsync<JsonElement>(), $"http://{context.Request.Host}"));
        }
    }

    private async Task StreamAsync(string id, HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var mark = 0;
        await foreach (var activity in _conversations[id].Listen().ReadAllAsync(context.RequestAborted))
        {
            var frame = new JsonObject { ["activities"] = new JsonArray(activity.DeepClone()), ["watermark"] = $"{++mark}" }.ToJsonString();
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None);
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), context.Request.Path + context.Request.QueryString.Value);
        request.Content = HttpMethods.IsPost(context.Request.Method) ? new StreamContent(context.Request.Body) : null;
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not ("Connection" or "Content-Length")))
        {
            _ = request.Headers.TryAddWithoutValidation(name, [.. values]) || request.Content?.Headers.TryAddWithoutValidation(name, [.. values]) == true;
        }

        using var response = await _host.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
