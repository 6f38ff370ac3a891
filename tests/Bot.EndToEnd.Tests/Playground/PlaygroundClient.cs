using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>Agents Playground without its page: says things as readers do, and sees what comes back.</summary>
internal sealed class PlaygroundClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<Told> _told = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    private PlaygroundClient(Uri address) => _http = new() { BaseAddress = address };

    public string Bot { get; private set; } = "";

    public string Me { get; private set; } = "";

    public string Personal { get; private set; } = "";

    public string Group { get; private set; } = "";

    public string Channel { get; private set; } = "";

    public static async Task<PlaygroundClient> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var client = new PlaygroundClient(address);
        var config = (await client._http.GetFromJsonAsync<JsonElement>("/_internal/v1/config", cancellationToken)).GetProperty("config");
        client.Bot = config.GetProperty("bot").GetProperty("id").GetString()!;
        client.Me = config.GetProperty("currentUser").GetProperty("id").GetString()!;
        client.Personal = config.GetProperty("personalChat").GetProperty("id").GetString()!;
        client.Group = config.GetProperty("groupChats")[0].GetProperty("id").GetString()!;
        client.Channel = config.GetProperty("teams")[0].GetProperty("channels")[0].GetProperty("id").GetString()!;
        await client._socket.ConnectAsync(new Uri($"ws://{address.Authority}/_ws_conversation/v1/conversations/stream"), cancellationToken);
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Says something in a group or channel, to the bot.</summary>
    /// <returns>The conversation that it began or belongs to.</returns>
    public async Task<string> SayAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        var said = new
        {
            from = new { id = Me },
            text = $"<at>Test Bot</at> {text}",
            textFormat = "plain",
            mentions = new[] { new { mentioned = new { id = Bot }, text = "<at>Test Bot</at>" } },
        };
        using var response = await _http.PostAsJsonAsync($"/_conversation/v1/conversations/{conversation}/messages", said, cancellationToken);
        var taken = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return taken.TryGetProperty("postConversationId", out var post) ? post.GetString()! : conversation;
    }

    /// <summary>Has an activity sent to the bot as it is, from this reader.</summary>
    public async Task SendAsync(string type, string id, string? text, string conversation, CancellationToken cancellationToken)
    {
        var personal = conversation == Personal;
        var activity = new
        {
            type,
            id,
            text,
            textFormat = "plain",
            locale = "en-US",
            channelId = "msteams",
            serviceUrl = new Uri(_http.BaseAddress!, "/_connector"),
            from = new { id = Me, name = "Alex Wilber" },
            recipient = new { id = Bot, name = "Test Bot" },
            conversation = new { id = conversation, conversationType = personal ? "personal" : "groupChat", isGroup = !personal },
        };
        using var response = await _http.PostAsJsonAsync("/_internal/v1/customActivities", activity, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>How much was told so far: what comes later is new.</summary>
    public int Now()
    {
        lock (_gate)
        {
            return _told.Count;
        }
    }

    /// <summary>All that the bot did after a moment.</summary>
    public IReadOnlyList<Told> Since(int moment)
    {
        lock (_gate)
        {
            return _told[moment..];
        }
    }

    /// <summary>The first thing of a kind that the bot does after a moment.</summary>
    public async Task<Told> FirstAsync(int moment, Func<Told, bool> which, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_told.Skip(moment).FirstOrDefault(which) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            await more.WaitAsync(Patience, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var frame = new MemoryStream();
        while (!_stop.IsCancellationRequested)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
            frame.Write(buffer.AsSpan(0, read.Count));
            if (read.EndOfMessage)
            {
                Take(JsonDocument.Parse(frame.ToArray()).RootElement);
                frame.SetLength(0);
            }
        }
    }

    private void Take(JsonElement told)
    {
        lock (_gate)
        {
            _told.Add(Told.Of(told));
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
