using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Answering.Models;

namespace Bot.Cli.Tests;

/// <summary>A model in place of its endpoint: says one thing to each prompt, and counts tokens or not.</summary>
/// <param name="say">What it says; nothing means that the request is turned down.</param>
/// <param name="finish">Why it stops; without it its stream breaks off.</param>
/// <param name="counts">Whether it counts tokens.</param>
internal sealed class SpokenModel(Func<ModelRequest, string?> say, string? finish, bool counts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (say(ModelRequest.Current!) is not { } words)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });
        }

        var content = JsonSerializer.Serialize(words);
        var body = Event($$$"""{"index":0,"delta":{"role":"assistant","content":{{{content}}}},"finish_reason":null}""")
            + (finish is null ? "" : Event($$$"""{"index":0,"delta":{},"finish_reason":"{{{finish}}}"}"""))
            + (counts ? Event("", ""","usage":{"prompt_tokens":711,"completion_tokens":23,"total_tokens":734}""") : "")
            + (finish is null ? "" : "data: [DONE]\n\n");
        var stream = PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))).AsStream();
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream), RequestMessage = request };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return Task.FromResult(response);
    }

    private static string Event(string choice, string more = "") =>
        $$"""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{{choice}}]{{more}}}""" + "\n\n";
}
