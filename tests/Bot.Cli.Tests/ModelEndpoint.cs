using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Bot.Cli.Tests;

/// <summary>
/// An OpenAI-compatible endpoint over real HTTP that says the same to every request, or behaves badly. On a bare socket: these tests run the
/// program from their own folder, whose files a web server's framework would change.
/// </summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public ModelEndpoint()
    {
        _listener.Start();
        _serving = ServeAsync(_stop.Token);
    }

    /// <summary>What it says.</summary>
    public string Says { get; init; } = "";

    /// <summary>Why it stops; without it its stream breaks off.</summary>
    public string? Finish { get; init; } = "stop";

    /// <summary>The status of every reply.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>Whether it falls silent after what it says.</summary>
    public bool Stalls { get; init; }

    /// <summary>The prompt it was sent last.</summary>
    public string Prompt { get; private set; } = "";

    /// <summary>The settings by which it is asked, as JSON: with little patience only where it stalls.</summary>
    public string Settings => JsonSerializer.Serialize(
        new { Model = new { Endpoint = $"http://{_listener.LocalEndpoint}/v1", Name = "scripted-model", MaxRetries = 0, StallTimeout = Stalls ? "00:00:00.5" : "00:00:30" } });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
            await using var stream = client.GetStream();
            using var request = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            Prompt = await BodyAsync(request, cancellationToken);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Reply()), cancellationToken);
            if (Stalls)
            {
                // Until the client gives up.
                await request.ReadAsync(new char[1], cancellationToken);
            }
        }
    }

    // All of it is ASCII: the client escapes the rest.
    private static async Task<string> BodyAsync(StreamReader request, CancellationToken cancellationToken)
    {
        var length = 0;
        while (await request.ReadLineAsync(cancellationToken) is { Length: > 0 } header)
        {
            length = header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture) : length;
        }

        var body = new char[length];
        await request.ReadBlockAsync(body, cancellationToken);
        using var json = JsonDocument.Parse(body);
        return string.Concat(json.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
    }

    private string Reply()
    {
        if (Status != HttpStatusCode.OK)
        {
            return Headed("application/json", """{"error":{"message":"slow down","code":"rate_limit_exceeded"}}""");
        }

        var said = Event($$$"""{"index":0,"delta":{"role":"assistant","content":{{{JsonSerializer.Serialize(Says)}}}},"finish_reason":null}""");
        var end = Finish is null || Stalls ? "" : Event($$$"""{"index":0,"delta":{},"finish_reason":"{{{Finish}}}"}""") + "data: [DONE]\n\n";
        return Headed("text/event-stream", said + end);
    }

    // Without a length it lasts until the connection is closed.
    private string Headed(string type, string body) => $"HTTP/1.1 {(int)Status} {Status}\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{body}";

    private static string Event(string choice) => $$"""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{{choice}}]}""" + "\n\n";
}
