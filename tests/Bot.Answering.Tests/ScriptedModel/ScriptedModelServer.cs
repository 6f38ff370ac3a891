using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>
/// An OpenAI-compatible endpoint over real HTTP that answers each request by the next line of its script, streaming, and keeps what it was
/// asked. A request without a line in the script is answered 418 and makes <see cref="DisposeAsync"/> fail.
/// </summary>
internal sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ScriptedReply> _script = [];
    private readonly ConcurrentQueue<ModelRequest> _requests = [];
    private readonly WebApplication _app;
    private int _unplanned;

    private ScriptedModelServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    /// <summary>The base address for <c>Model:Endpoint</c>.</summary>
    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    public static async Task<ScriptedModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedModelServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A good reply, in chunks that split words, markers and all.</summary>
    public ScriptedReply Replies(string text) => Replies([.. text.Chunk(3).Select(characters => new string(characters))]);

    /// <summary>A good reply in these chunks.</summary>
    public ScriptedReply Replies(params string[] chunks) => Next(chunks.Aggregate(new ScriptedReply(), (reply, chunk) => reply.Chunk(chunk)));

    /// <summary>A reply whose chunks come one by one, when <paramref name="gates"/> open.</summary>
    public ScriptedReply RepliesWhen(params (Task Gate, string Chunk)[] gates) =>
        Next(gates.Aggregate(new ScriptedReply(), (reply, step) => reply.ChunkWhen(step.Gate, step.Chunk)));

    /// <summary>A reply that stops at its limit of tokens.</summary>
    public ScriptedReply StopsForLengthAfter(string text) => Replies(text).EndsWith("length");

    /// <summary>A reply that the content filter stops.</summary>
    public ScriptedReply FiltersAfter(string text) => Replies(text).EndsWith("content_filter");

    /// <summary>The connection breaks in mid-reply.</summary>
    public ScriptedReply CutsOffAfter(string text) => Replies(text).ThenCutsOff();

    /// <summary>The stream ends in good order, but the reply never did.</summary>
    public ScriptedReply EndsWithoutFinishAfter(string text) => Replies(text).EndsWith(null);

    /// <summary>Words, then silence, until the client gives up.</summary>
    public ScriptedReply StallsAfter(string text) => Replies(text).ThenHangs();

    /// <summary>Not even headers, until the client gives up.</summary>
    public ScriptedReply Hangs() => Next(new ScriptedReply().HeadersWhen(new TaskCompletionSource().Task));

    /// <summary>An error in OpenAI's form.</summary>
    public ScriptedReply Fails(HttpStatusCode status, TimeSpan? retryAfter = null, string code = "error", string message = "It failed.") => SendsRaw(
        "application/json", JsonSerializer.Serialize(new { error = new { message, type = "error", code } }), status, retryAfter);

    /// <summary>Anything, as it is.</summary>
    public ScriptedReply SendsRaw(string contentType, string body, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? retryAfter = null) =>
        Next(new ScriptedReply().WithStatus(status, retryAfter, contentType, body));

    /// <summary>Takes the next line out of the script: it was not asked for.</summary>
    public void TakesBack() => Assert.True(_script.TryDequeue(out _), "The script is empty.");

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        Assert.True(_unplanned == 0, $"The scripted model was asked {_unplanned} times more often than its script says.");
    }

    private ScriptedReply Next(ScriptedReply reply)
    {
        _script.Enqueue(reply);
        return reply;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        _requests.Enqueue(new ModelRequest(context.Request.Path, context.Request.Headers.Authorization, body.RootElement.Clone()));
        if (_script.TryDequeue(out var reply))
        {
            await reply.PlayAsync(context);
            return;
        }

        Interlocked.Increment(ref _unplanned);
        context.Response.StatusCode = StatusCodes.Status418ImATeapot;
    }
}
