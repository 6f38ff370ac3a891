using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>A model on loopback that speaks OpenAI's chat completions: it says the sentences of the passages it is given, each with its number.</summary>
internal sealed partial class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    public ScriptedModel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public string Endpoint => _app.Urls.First() + "/v1";

    /// <summary>How many sentences the next answers have.</summary>
    public int Sentences { get; set; } = 1;

    /// <summary>Opens when the next answers may come.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var prompt = string.Join('\n', asked.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
        await Gate.WaitAsync(context.RequestAborted);
        var cited = Passage().Matches(prompt)
            .SelectMany(found => Between().Split(found.Groups["words"].Value).Select(sentence => $"{sentence} [{found.Groups["number"].Value}]"))
            .Take(Sentences)
            .ToArray();

        // Without passages it is asked for the question in other words: these will do.
        var reply = cited.Length > 0 ? string.Join(' ', cited) : Quoted().Matches(prompt).Last().Groups["words"].Value;
        context.Response.ContentType = "text/event-stream";
        foreach (var chunk in new object[] { new { role = "assistant", content = reply }, new { } })
        {
            var finish = chunk.ToString() == "{ }" ? "stop" : null;
            await context.Response.WriteAsync(
                $"data: {JsonSerializer.Serialize(new { id = "1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { new { index = 0, delta = chunk, finish_reason = finish } } })}\n\n",
                context.RequestAborted);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    [GeneratedRegex(@"^\[(?<number>\d+)\] text [^\n]*\n> (?<words>[^\n]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passage();

    [GeneratedRegex(@"(?<=[.!?]) (?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^> (?<words>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
