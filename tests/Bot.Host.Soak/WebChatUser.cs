using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.Host.Soak;

/// <summary>A reader with Web Chat, as its client speaks Direct Line: one conversation by WebSocket, in which all that is heard is counted.</summary>
internal sealed class WebChatUser(SoakHost host, int number, CancellationToken stop) : IDisposable
{
    private const string Path = "/v3/directline";

    // What is said at once to a question that was not taken is named after the question; answers have names of their own.
    private const char AtOnce = '/';

    private readonly ClientWebSocket _socket = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebChatQuestion> _questions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _hearing = Task.CompletedTask;
    private AuthenticationHeaderValue? _token;
    private string _conversation = "";

    public IReadOnlyCollection<WebChatQuestion> Questions => _questions.Values;

    /// <summary>Welcomes, of which there should be one, and what belongs to no question, of which there should be none.</summary>
    public (int Welcomes, int Strange) Others { get; private set; }

    /// <summary>Why it no longer listens; <see langword="null"/> while it does.</summary>
    public string? Ended { get; private set; }

    /// <summary>Gets a token, begins a conversation and listens.</summary>
    /// <returns>How long it took until the welcome was heard.</returns>
    public async Task<TimeSpan> ConnectAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var given = await PostAsync("/tokens/generate", new { });
        _token = new("Bearer", given.GetProperty("token").GetString());
        var begun = await PostAsync("/conversations", new { user = new { id = "me" }, locale = "en-US" });
        _conversation = begun.GetProperty("conversationId").GetString()!;
        await _socket.ConnectAsync(new Uri(begun.GetProperty("streamUrl").GetString()!), host.Sockets, stop);
        _hearing = HearAsync();
        await _welcomed.Task.WaitAsync(stop);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Asks, and waits for the answer.</summary>
    public async Task AskAsync(string text)
    {
        var question = new WebChatQuestion($"user-{number}-{_questions.Count + 1}", Stopwatch.GetTimestamp());
        lock (_gate)
        {
            _questions.Add($"{_conversation}|c-{question.ClientId}", question);
        }

        await PostAsync($"/conversations/{_conversation}/activities", new { type = "message", text, from = new { id = "me" }, locale = "en-US", channelData = new { clientActivityID = question.ClientId } });
        await question.Answered.WaitAsync(stop);
    }

    /// <summary>Leaves, as a page does that is closed.</summary>
    public async Task LeaveAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            Ended ??= "left";
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
        }

        await _hearing;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + path) { Content = JsonContent.Create(body), Headers = { Authorization = _token } };
        using var response = await host.Client.SendAsync(request, stop);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(stop);
    }

    private async Task HearAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult got;
                do
                {
                    got = await _socket.ReceiveAsync(buffer.AsMemory(length), stop);
                    length += got.Count;
                }
                while (!got.EndOfMessage);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    Ended ??= $"closed by the host: {_socket.CloseStatus}";
                    return;
                }

                if (length > 0)
                {
                    Take(buffer.AsMemory(0, length));
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            Ended ??= error.Message;
        }
    }

    private void Take(ReadOnlyMemory<byte> frame)
    {
        var now = Stopwatch.GetTimestamp();
        using var document = JsonDocument.Parse(frame);
        foreach (var activity in document.RootElement.GetProperty("activities").EnumerateArray().Where(activity => Words(activity, "type") == "message"))
        {
            lock (_gate)
            {
                Take(Words(activity, "id")!, Words(activity, "replyToId"), now);
            }
        }
    }

    private void Take(string id, string? repliesTo, long now)
    {
        if (_questions.TryGetValue(id, out var echoed))
        {
            echoed.Echoes++;
        }
        else if (repliesTo is not null && _questions.TryGetValue(repliesTo, out var question))
        {
            question.Answer(now, id.Contains(AtOnce));
        }
        else
        {
            var welcome = id.EndsWith("|welcome", StringComparison.Ordinal);
            Others = (Others.Welcomes + (welcome ? 1 : 0), Others.Strange + (welcome ? 0 : 1));
            _welcomed.TrySetResult();
        }
    }

    private static string? Words(JsonElement activity, string name) => activity.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>A question that a reader asked, and what was heard of it.</summary>
/// <param name="ClientId">The client's name for it.</param>
/// <param name="asked">When it was sent, in ticks of the stopwatch.</param>
internal sealed class WebChatQuestion(string ClientId, long asked)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string ClientId { get; } = ClientId;

    public int Echoes { get; set; }

    public int Answers { get; private set; }

    /// <summary>Whether it was not taken, and its reader asked to try again.</summary>
    public bool Refused { get; private set; }

    public TimeSpan Took { get; private set; }

    public Task Answered => _answered.Task;

    public void Answer(long now, bool refused)
    {
        Answers++;
        Refused |= refused;
        if (_answered.TrySetResult())
        {
            Took = Stopwatch.GetElapsedTime(asked, now);
        }
    }
}
