using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Commands;

/// <summary>An OpenAI-compatible model on loopback that streams, word by word, the first sentence of each of the first passages it is given.</summary>
internal sealed partial class StreamingModel : IAsyncDisposable
{
    private const int Sentences = 3;

    private readonly WebApplication _app;

    private StreamingModel(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>When the last word was handed to the network.</summary>
    public long LastWord { get; private set; }

    public static async Task<StreamingModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new StreamingModel(builder.Build());
        model._app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await model._app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
        var prompt = string.Join('\n', body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
        var reply = string.Join(' ', Passage().Matches(prompt).Take(Sentences).Select(passage => $"{passage.Groups["sentence"].Value.TrimEnd('.')} [{passage.Groups["number"].Value}]."));
        context.Response.ContentType = "text/event-stream";
        foreach (var word in (reply.Length == 0 ? "NOT_STATED" : reply).Split(' '))
        {
            await WriteAsync(context, new { index = 0, delta = new { role = "assistant", content = $"{word} " } });
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        LastWord = Stopwatch.GetTimestamp();
        await WriteAsync(context, new { index = 0, delta = new { }, finish_reason = "stop" });
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, object choice) => context.Response.WriteAsync(
        $"data: {JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { choice } })}\n\n", context.RequestAborted);

    [GeneratedRegex(@"^\[(?<number>[0-9]+)\] [^\n]*\n> (?<sentence>[^\n]*?\.)(?= |$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Passage();
}
