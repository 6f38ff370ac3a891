using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>A model on loopback that speaks OpenAI's chat completions, and says what the test wants once it may.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    /// <summary>What it says unless the test wants something else.</summary>
    public const string Reply = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops [1].";

    private readonly WebApplication _app;
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _may = Done();

    private ScriptedModel(WebApplication app) => _app = app;

    /// <summary>What it says to a prompt.</summary>
    public Func<string, string> Says { get; set; } = _ => Reply;

    /// <summary>The model that it was last asked for.</summary>
    public string Named { get; private set; } = "";

    /// <summary>The settings of a host that asks it.</summary>
    public Dictionary<string, string> Settings => new() { ["Model__Endpoint"] = $"{_app.Urls.Single()}/v1", ["Model__Name"] = "scripted" };

    /// <summary>Completes when it is asked after <see cref="Hold"/>.</summary>
    public Task Asked => _asked.Task;

    public static async Task<ScriptedModel> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new ScriptedModel(builder.Build());
        model._app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await model._app.StartAsync(cancellationToken);
        return model;
    }

    /// <summary>Lets questions wait until <see cref="Release"/>.</summary>
    public void Hold() => (_asked, _may) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Answers what waits, and what comes.</summary>
    public void Release() => _may.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var prompt = string.Join('\n', asked.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
        Named = asked.RootElement.GetProperty("model").GetString()!;
        _asked.TrySetResult();
        await _may.Task.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        foreach (var choice in new object[] { new { index = 0, delta = new { role = "assistant", content = Says(prompt) } }, new { index = 0, delta = new { }, finish_reason = "stop" } })
        {
            var chunk = JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { choice } });
            await context.Response.WriteAsync($"data: {chunk}\n\n", context.RequestAborted);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
