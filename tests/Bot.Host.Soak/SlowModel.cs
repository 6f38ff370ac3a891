using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Soak;

/// <summary>An OpenAI-compatible model on loopback that takes its time and counts how often each question came.</summary>
internal sealed partial class SlowModel : IAsyncDisposable
{
    private const string Reply = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops [1].";

    private readonly WebApplication _app;
    private readonly TimeSpan _takes;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SlowModel(WebApplication app, TimeSpan takes) => (_app, _takes) = (app, takes);

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>How often each case was asked.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>When each case came and when its answer was written, in ticks of the stopwatch.</summary>
    public ConcurrentDictionary<string, (long Came, long Answered)> Times { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers as late as the model, with nothing between it and who asks.</summary>
    public string Bare => $"{_app.Urls.Single()}/bare";

    public Task FirstAsked => _asked.Task;

    public Task FirstAbandoned => _abandoned.Task;

    public static async Task<SlowModel> StartAsync(TimeSpan takes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new SlowModel(builder.Build(), takes);
        model._app.MapPost("/v1/chat/completions", model.AnswerAsync);
        model._app.MapPost("/bare", async context =>
        {
            await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            await Task.Delay(takes, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new { text = Reply }, context.RequestAborted);
        });
        await model._app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var came = Stopwatch.GetTimestamp();
        using var reader = new StreamReader(context.Request.Body);
        var prompt = await reader.ReadToEndAsync(context.RequestAborted);
        var name = Case().Matches(prompt).LastOrDefault()?.Value ?? "none";
        Asked.AddOrUpdate(name, 1, (_, count) => count + 1);
        _asked.TrySetResult();
        try
        {
            await Task.Delay(_takes, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            _abandoned.TrySetResult();
            return;
        }

        context.Response.ContentType = "text/event-stream";
        foreach (var choice in new object[] { new { index = 0, delta = new { role = "assistant", content = Reply } }, new { index = 0, delta = new { }, finish_reason = "stop" } })
        {
            var json = JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { choice } });
            await context.Response.WriteAsync($"data: {json}\n\n", context.RequestAborted);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
        Times[name] = (came, Stopwatch.GetTimestamp());
    }

    [GeneratedRegex("case-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Case();
}
