using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Soak.Speed;

/// <summary>The channel's side of Azure Bot Service on loopback: it takes what bots say, and tells who waits for it in that conversation.</summary>
internal sealed class LocalConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private int _ids;

    private LocalConnector(WebApplication app) => _app = app;

    public string ServiceUrl => $"{_app.Urls.Single()}/";

    public static async Task<LocalConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new LocalConnector(builder.Build());
        connector._app.MapPost("/v3/conversations/{conversation}/activities/{reply?}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next message in a conversation.</summary>
    public Task MessageIn(string conversation) => _waiting.GetOrAdd(conversation, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string conversation)
    {
        var activity = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = $"m{Interlocked.Increment(ref _ids)}" }, context.RequestAborted);
        if (activity.GetProperty("type").GetString() == "message" && _waiting.TryRemove(conversation, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
