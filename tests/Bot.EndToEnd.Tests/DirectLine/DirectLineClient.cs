using System.Diagnostics;
using System.Text.Json;

namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>Microsoft's client of Direct Line, botframework-directlinejs, in a process of Node's own.</summary>
internal sealed class DirectLineClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly Lock _gate = new();
    private readonly List<JsonElement> _told = [];
    private readonly Task _listening;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _name = $"{Guid.NewGuid():N}";
    private int _posts;

    private DirectLineClient(string folder)
    {
        _process = Process.Start(new ProcessStartInfo("node", ["client.js"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _listening = ListenAsync();
    }

    /// <summary>The whole messages so far, in the order in which pages show them: the client itself shuffles what comes at the same time.</summary>
    public IReadOnlyList<Heard> Messages => [.. MessagesOf(Told()).OrderBy(heard => heard.Sequence)];

    /// <summary>What the client was last told of its connection.</summary>
    public string? Status => Told().Select(told => Words(told, "status")).LastOrDefault(status => status is not null);

    /// <summary>The tokens that it was given, in order.</summary>
    public IReadOnlyList<string> Tokens => [.. Told().Select(told => Words(told, "token")).OfType<string>()];

    /// <summary>Starts it with the client's own options.</summary>
    public static async Task<DirectLineClient> StartAsync(string folder, object options)
    {
        var client = new DirectLineClient(folder);
        await client.DoAsync("start", options);
        return client;
    }

    /// <summary>Says something.</summary>
    /// <returns>The name that the server gave it.</returns>
    public async Task<string> SayAsync(string text)
    {
        var number = Interlocked.Increment(ref _posts);
        await DoAsync("post", new { number, activity = new { type = "message", text, from = new { id = "me" }, locale = "en-US", channelData = new { clientActivityID = ClientId(number) } } });
        return await WhenAsync(told => told.Where(one => one.TryGetProperty("number", out var whose) && whose.GetInt32() == number).Select(one => Words(one, "posted")).FirstOrDefault());
    }

    /// <summary>Its own name for what it said first, second and so on.</summary>
    public string ClientId(int number) => $"{_name}-{number}";

    /// <summary>The bot's answer to something said.</summary>
    public Task<Heard> AnswerAsync(string id) => MessageAsync(heard => !heard.IsMine && heard.ReplyTo == id);

    /// <summary>The first message of a kind.</summary>
    public Task<Heard> MessageAsync(Func<Heard, bool> wanted) => WhenAsync(told => MessagesOf(told).FirstOrDefault(wanted));

    /// <summary>Waits until the client has been told something.</summary>
    public async Task UntilAsync(Func<DirectLineClient, bool> wanted) => await WhenAsync(_ => wanted(this) ? this : null);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _listening;
        _process.Dispose();
    }

    private static IEnumerable<Heard> MessagesOf(IEnumerable<JsonElement> told) =>
        told.Where(one => one.TryGetProperty("activity", out _)).Select(one => new Heard(one.GetProperty("activity"))).Where(heard => heard.IsMessage);

    private static string? Words(JsonElement told, string name) => told.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task DoAsync(string command, object options)
    {
        var line = JsonSerializer.SerializeToNode(options, Web)!.AsObject();
        line["command"] = command;
        await _process.StandardInput.WriteLineAsync(line.ToJsonString().AsMemory(), _stop);
        await _process.StandardInput.FlushAsync(_stop);
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            using var document = JsonDocument.Parse(line);
            lock (_gate)
            {
                _told.Add(document.RootElement.Clone());
                _more.TrySetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private List<JsonElement> Told()
    {
        lock (_gate)
        {
            return [.. _told];
        }
    }

    private async Task<T> WhenAsync<T>(Func<List<JsonElement>, T?> found)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task more;
            lock (_gate)
            {
                more = _more.Task;
            }

            var told = Told();
            if (found(told) is { } what)
            {
                return what;
            }

            try
            {
                await more.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
            {
                throw new TimeoutException($"The client was told nothing of the kind within {Patience}, but:\n{string.Join('\n', told)}");
            }
        }
    }
}
