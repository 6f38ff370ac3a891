using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Bot.BotFramework.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Tests.Connecting;

/// <summary>A channel's connector and its token server on loopback. What they answer next is scripted; what arrived is kept.</summary>
internal sealed class ScriptedConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _scripts = new();
    private readonly Channel<Arrived> _messages = Channel.CreateUnbounded<Arrived>();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;

    private ScriptedConnector(WebApplication app) => _app = app;

    public string Root => _app.Urls.First();

    public string ServiceUrl => Root + "/connector/";

    public ConcurrentQueue<Arrived> All { get; } = new();

    public ConcurrentQueue<string> TokenRequests { get; } = new();

    public string TokenReply { get; set; } = """{"token_type":"Bearer","expires_in":3599,"access_token":"the-token"}""";

    public int TokenStatus { get; set; } = 200;

    /// <summary>Told of each message as it is shown, before its receipt.</summary>
    public Action<Arrived>? OnShown { get; set; }

    public IEnumerable<Arrived> Messages => All.Where(arrived => arrived.IsMessage && arrived.Shown);

    public static async Task<ScriptedConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new ScriptedConnector(builder.Build());
        connector._app.Run(connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next message or change is answered so; what is shown before that is for the script to say.</summary>
    public void Next(Func<HttpContext, Task> script) => _scripts.Enqueue(script);

    /// <summary>The next message is refused.</summary>
    public void Refuse(int status, int? retryAfter = null, string body = "") => Next(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsync(body);
    });

    /// <summary>The next message that is shown.</summary>
    public async Task<Arrived> MessageAsync()
    {
        using var patience = new CancellationTokenSource(Some.Patience);
        return await _messages.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The first request of a kind, once it is there.</summary>
    public async Task<Arrived> FirstAsync(Func<Arrived, bool> which)
    {
        using var patience = new CancellationTokenSource(Some.Patience);
        while (true)
        {
            var more = _more.Task;
            if (All.FirstOrDefault(which) is { } found)
            {
                return found;
            }

            await more.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (!target.StartsWith("/connector/", StringComparison.Ordinal))
        {
            TokenRequests.Enqueue($"{context.Request.Method} {target} {body} {context.Request.Headers["X-IDENTITY-HEADER"]}".Trim());
            context.Response.StatusCode = TokenStatus;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(TokenReply);
            return;
        }

        var activity = body.Length == 0 ? null : ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(body));
        var arrived = new Arrived(context.Request.Method, target, context.Request.Headers.Authorization.ToString(), activity, body);
        All.Enqueue(arrived);
        Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        if (activity?.Type != ActivityTypes.Typing && _scripts.TryDequeue(out var script))
        {
            await script(context);
            if (arrived.Shown)
            {
                Show(arrived);
            }

            return;
        }

        arrived.Shown = true;
        arrived.Id = $"m{Interlocked.Increment(ref _ids)}";
        Show(arrived);
        context.Response.StatusCode = context.Request.Method == "POST" ? 201 : 200;
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { id = arrived.Id }));
    }

    private void Show(Arrived arrived)
    {
        if (arrived.IsMessage)
        {
            OnShown?.Invoke(arrived);
            _messages.Writer.TryWrite(arrived);
        }
    }

    /// <summary>The next message is shown, and the connection breaks before a word comes back.</summary>
    public void Drop() => Next(context =>
    {
        All.Last().Shown = true;
        Show(All.Last());
        All.Last().Told = true;
        context.Abort();
        return Task.CompletedTask;
    });

    internal sealed record Arrived(string Method, string Target, string Authorization, Activity? Activity, string Body)
    {
        public bool Shown { get; set; }

        public string? Id { get; set; }

        public bool Told { get; set; }

        public bool IsMessage => Activity?.Type == ActivityTypes.Message && !Told;
    }
}
