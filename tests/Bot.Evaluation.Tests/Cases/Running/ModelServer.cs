using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Evaluation.Tests.Cases.Running;

/// <summary>An endpoint over real HTTP that says the same to every request, or breaks off, and keeps what it was asked.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonElement> _requests = [];

    private ModelServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    /// <summary>Whether it breaks off before the end.</summary>
    public bool BreaksOff { get; set; }

    public IReadOnlyCollection<JsonElement> Requests => _requests;

    public Dictionary<string, string?> Settings => new() { ["Model:Endpoint"] = $"{_app.Urls.Single()}/v1", ["Model:Name"] = "real", ["Model:MaxRetries"] = "0" };

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        _requests.Enqueue(body.RootElement.Clone());
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"real","choices":[{"index":0,"delta":{"role":"assistant","content":"The bridge was opened in 1911 [1]."},"finish_reason":null}]}""" + "\n\n");
        if (!BreaksOff)
        {
            await context.Response.WriteAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"real","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\n");
            await context.Response.WriteAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"real","choices":[],"usage":{"prompt_tokens":700,"completion_tokens":20,"total_tokens":720}}""" + "\n\ndata: [DONE]\n\n");
        }
    }
}
