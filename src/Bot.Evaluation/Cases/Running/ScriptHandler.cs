using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Bot.Answering.Models;
using Bot.Answering.Tracing;

namespace Bot.Evaluation.Cases.Running;

/// <summary>
/// Replies in place of the model's endpoint, in the form that endpoints stream: so all of Bot's own way to and from the model is tested, and no
/// request leaves the process.
/// </summary>
internal sealed class ScriptHandler(RunningCases running) : DelegatingHandler
{
    /// <summary>An address that no name server knows (RFC 2606).</summary>
    public const string Endpoint = "http://scripted.invalid/v1";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (asked, of) = (ModelRequest.Current, running.Find(ModelRequest.Current?.Conversation));
        var prompt = RequestBody.PromptOf(await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        if (of is not null && Choose(of.Replies.RemoveAll(reply => reply.Prompt != asked!.Prompt), prompt, of.Repeat) is { } reply)
        {
            return StreamedReply.Of(BodyOf(reply.IsVerbatim ? reply.Text : PromptPassages.Cite(reply.Text, prompt), reply), StreamedReply.Events, request);
        }

        if (of is not null && asked!.Prompt == new ScriptedReply("").Prompt)
        {
            of.Problem = "No reply of the script fits the prompt as the model gets it: write one without 'when'.";
        }

        return new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
    }

    // One whose condition is met wins; those without take turns, a repeat each.
    private static ScriptedReply? Choose(ImmutableArray<ScriptedReply> replies, string prompt, int repeat)
    {
        var plain = replies.RemoveAll(reply => reply.When is not null);
        return replies.FirstOrDefault(reply => reply.When is { } words && prompt.Contains(words, StringComparison.Ordinal))
            ?? (plain.IsEmpty ? null : plain[(repeat - 1) % plain.Length]);
    }

    private static string BodyOf(string text, ScriptedReply reply)
    {
        var counted = reply.Usage is var (input, output) ? $"data: {Counted(input, output)}\n\n" : "";
        var said = $"data: {Chunk(new { role = "assistant", content = text }, null)}\n\n";
        return reply.Ending switch
        {
            ReplyEnding.Whole => $"{said}data: {Chunk(new { }, "stop")}\n\n{counted}data: [DONE]\n\n",
            ReplyEnding.Cut => $"{said}data: {Chunk(new { }, "length")}\n\n{counted}data: [DONE]\n\n",
            ReplyEnding.Failed => said + counted,
            _ => throw new UnreachableException(),
        };
    }

    private static string Counted(int input, int output) => JsonSerializer.Serialize(new
    {
        id = "scripted",
        @object = "chat.completion.chunk",
        created = 1,
        model = "scripted",
        choices = Array.Empty<object>(),
        usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
    });

    private static string Chunk(object delta, string? finish) => JsonSerializer.Serialize(
        new { id = "scripted", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { new { index = 0, delta, finish_reason = finish } } });
}
