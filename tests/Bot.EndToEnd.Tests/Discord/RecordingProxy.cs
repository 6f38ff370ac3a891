using Bot.Discord.Tests.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>Stands between the bot and Discord's REST API: passes everything on, and keeps what was said.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri _to;
    private readonly Lock _gate = new();
    private readonly List<Exchange> _exchanges = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordingProxy(Uri to)
    {
        _to = to;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Map("{**path}", PassAsync);
    }

    /// <summary>Where the bot finds the API.</summary>
    public string ApiUrl => _app.Urls.First() + _to.AbsolutePath;

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    public static async Task<RecordingProxy> StartAsync(Uri to)
    {
        var proxy = new RecordingProxy(to);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>The first exchange of a kind, as soon as it has been.</summary>
    public async Task<Exchange> WhenAsync(Func<Exchange, bool> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_exchanges.FirstOrDefault(wanted) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            await more.WaitAsync(Patience, cancellationToken);
        }
    }

    /// <summary>What Discord's own description finds wrong with what the bot said; nothing when it is not at hand.</summary>
    public async Task<string[]> FaultsAsync()
    {
        if (DiscordContract.IfHere is not { } contract)
        {
            return [];
        }

        List<string> faults = [];
        foreach (var exchange in Exchanges)
        {
            faults.AddRange((await contract.FaultsAsync(exchange.Method, exchange.Target, exchange.Body)).Select(fault => $"{exchange}: {fault}"));
        }

        return [.. faults];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_to, target));
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        request.Headers.TryAddWithoutValidation("User-Agent", context.Request.Headers.UserAgent.ToString());
        request.Content = body.Length == 0 ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request, context.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Where(header => header.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.Length > 0)
        {
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }

        Keep(new(context.Request.Method, target[_to.AbsolutePath.Length..], body, (int)response.StatusCode));
    }

    private void Keep(Exchange exchange)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            _exchanges.Add(exchange);
            (more, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        more.SetResult();
    }
}

/// <summary>One request of the bot's, and how Discord took it.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Target">Its path below the API's address, and its query.</param>
/// <param name="Body">Its body.</param>
/// <param name="Status">The answer's status.</param>
internal sealed record Exchange(string Method, string Target, string Body, int Status)
{
    /// <summary>Its path below the API's address.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>Its body as JSON.</summary>
    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Body).RootElement;

    /// <summary>A test that fails prints it.</summary>
    public override string ToString() => $"{Method} {Path} {Status}";
}
