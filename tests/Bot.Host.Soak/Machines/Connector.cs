using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Soak.Machines;

/// <summary>A channel of Azure Bot Service on loopback: it takes what the bot says and hands it to whoever asked.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Action<JsonElement>> _asked = new(StringComparer.Ordinal);
    private int _shown;

    private Connector(WebApplication app) => _app = app;

    public string ServiceUrl => $"{_app.Urls.Single()}/";

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new Connector(builder.Build());
        connector._app.Map("/v3/conversations/{**rest}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Tells of each message that answers an activity.</summary>
    public void Await(string activity, Action<JsonElement> shown) => _asked[activity] = shown;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var activity = document.RootElement;
        if (activity.GetProperty("type").GetString() == "message" && activity.TryGetProperty("replyToId", out var asked) && _asked.TryGetValue(asked.GetString()!, out var shown))
        {
            shown(activity);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = $"m{Interlocked.Increment(ref _shown)}" }, context.RequestAborted);
    }
}
