using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Bot.Conversations.Soak;

/// <summary>The readers' side of the kill test: it outlives every killed process, and asks again what was not acknowledged.</summary>
internal sealed class FarSide(bool recognises, string record, string? postgres) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<Link> _links = [];

    /// <summary>What readers saw, in order.</summary>
    public List<string> Shown { get; } = [];

    public HashSet<string> Acknowledged { get; } = new(StringComparer.Ordinal);

    public int Count(Func<FarSide, int> what)
    {
        lock (_lock)
        {
            return what(this);
        }
    }

    public void Start() => _listener.Start();

    public async Task<Process> LaunchAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        foreach (var argument in new[] { "child", "--port", $"{((IPEndPoint)_listener.LocalEndpoint).Port}", "--recognises", $"{recognises}", "--record", record })
        {
            start.ArgumentList.Add(argument);
        }

        if (postgres is not null)
        {
            start.ArgumentList.Add("--postgres");
            start.ArgumentList.Add(postgres);
        }

        var process = Process.Start(start)!;
        var client = await _listener.AcceptTcpClientAsync();
        var link = new Link(client);
        _ = ListenAsync(link);
        await link.Ready.Task;
        return process;
    }

    /// <summary>Asks by one of the connections, again and again until it is acknowledged.</summary>
    public async Task AskAsync(string eventId, string conversation, Random random)
    {
        while (true)
        {
            Link? link;
            lock (_lock)
            {
                if (Acknowledged.Contains(eventId))
                {
                    return;
                }

                link = _links.Count == 0 ? null : _links[random.Next(_links.Count)];
            }

            if (link is not null)
            {
                await link.SendAsync(new("ask", eventId, conversation));
            }

            for (var waited = 0; waited < 20 && Count(side => side.Acknowledged.Contains(eventId) ? 1 : 0) == 0; waited++)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync(Link link)
    {
        try
        {
            while (await link.Reader.ReadLineAsync() is { } line)
            {
                if (JsonSerializer.Deserialize<Message>(line) is { } message)
                {
                    await HearAsync(link, message);
                }
            }
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            // Killed in the middle of a line.
        }

        lock (_lock)
        {
            _links.Remove(link);
        }
    }

    private async Task HearAsync(Link link, Message message)
    {
        lock (_lock)
        {
            switch (message.Kind)
            {
                case "ready":
                    _links.Add(link);
                    link.Ready.TrySetResult();
                    break;
                case "ack":
                    Acknowledged.Add(message.EventId);
                    break;
                case "answer" when !recognises || _keys.Add(message.Key):
                    Shown.Add(message.EventId);
                    break;
            }
        }

        if (message.Kind == "answer")
        {
            await link.SendAsync(message with { Kind = "receipt" });
        }
    }

    private sealed class Link(TcpClient client)
    {
        private readonly SemaphoreSlim _writing = new(1, 1);

        public StreamReader Reader { get; } = new(client.GetStream());

        public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task SendAsync(Message message)
        {
            await _writing.WaitAsync();
            try
            {
                await client.GetStream().WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(message), (byte)'\n']);
            }
            catch (Exception error) when (error is IOException or InvalidOperationException)
            {
                // Killed meanwhile.
            }
            finally
            {
                _writing.Release();
            }
        }
    }
}
