using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>What the scripted server does with one request: statuses and headers, then chunks, each when its gate opens, then an end.</summary>
internal sealed class ScriptedReply
{
    private readonly List<(string Chunk, Task Gate)> _chunks = [];
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task _headersGate = Task.CompletedTask;
    private HttpStatusCode _status = HttpStatusCode.OK;
    private TimeSpan? _retryAfter;
    private string? _location;
    private string? _body;
    private string? _contentType;
    private string? _finish = "stop";
    private (int Input, int Output)? _usage;
    private Ending _ending = Ending.Done;

    private enum Ending
    {
        Done,
        CutOff,
        Hang,
    }

    /// <summary>The server has the request.</summary>
    public Task Received => _received.Task;

    /// <summary>The client gave the request up before it was answered.</summary>
    public Task Abandoned => _abandoned.Task;

    public ScriptedReply Chunk(string text) => ChunkWhen(Task.CompletedTask, text);

    public ScriptedReply ChunkWhen(Task gate, string text)
    {
        _chunks.Add((text, gate));
        return this;
    }

    public ScriptedReply HeadersWhen(Task gate)
    {
        _headersGate = gate;
        return this;
    }

    public ScriptedReply WithUsage(int input, int output)
    {
        _usage = (input, output);
        return this;
    }

    public ScriptedReply EndsWith(string? finishReason)
    {
        _finish = finishReason;
        return this;
    }

    public ScriptedReply ThenCutsOff()
    {
        _ending = Ending.CutOff;
        return this;
    }

    public ScriptedReply ThenHangs()
    {
        _ending = Ending.Hang;
        return this;
    }

    public ScriptedReply WithStatus(HttpStatusCode status, TimeSpan? retryAfter, string contentType, string body)
    {
        (_status, _retryAfter, _contentType, _body) = (status, retryAfter, contentType, body);
        return this;
    }

    public ScriptedReply WithLocation(string location)
    {
        _location = location;
        return this;
    }

    public async Task PlayAsync(HttpContext context)
    {
        _received.TrySetResult();
        try
        {
            await PlayAsync(context, context.RequestAborted);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            _abandoned.TrySetResult();
        }
    }

    private async Task PlayAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await _headersGate.WaitAsync(cancellationToken);
        context.Response.StatusCode = (int)_status;
        context.Response.ContentType = _contentType ?? "text/event-stream";
        context.Response.Headers.Location = _location;
        if (_retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (_body is not null)
        {
            await context.Response.WriteAsync(_body, cancellationToken);
            return;
        }

        if (_ending == Ending.CutOff)
        {
            // More is promised than follows: the server closes the connection after what was sent, and in this order.
            context.Response.ContentLength = int.MaxValue;
        }

        await SendAsync(context, new { delta = new { role = "assistant", content = "" } }, cancellationToken);
        foreach (var (chunk, gate) in _chunks)
        {
            await gate.WaitAsync(cancellationToken);
            await SendAsync(context, new { delta = new { content = chunk } }, cancellationToken);
        }

        await EndAsync(context, cancellationToken);
    }

    private async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        switch (_ending)
        {
            case Ending.CutOff:
                return;
            case Ending.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return;
        }

        if (_finish is not null)
        {
            await SendAsync(context, new { delta = new { }, finish_reason = _finish }, cancellationToken);
        }

        if (_usage is { } usage)
        {
            var counted = new { prompt_tokens = usage.Input, completion_tokens = usage.Output, total_tokens = usage.Input + usage.Output };
            await SendAsync(context, null, cancellationToken, counted);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", cancellationToken);
    }

    private static async Task SendAsync(HttpContext context, object? choice, CancellationToken cancellationToken, object? usage = null)
    {
        object[] choices = choice is null ? [] : [choice];
        var json = JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices, usage });
        await context.Response.WriteAsync($"data: {json}\n\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
