namespace Bot.Discord.Tests.Gateway;

/// <summary>A session as the gateway has it: all of its events, and the connection it has now.</summary>
internal sealed class GatewayServerSession(string id, int shard)
{
    private readonly Lock _lock = new();
    private readonly List<string> _events = [];
    private GatewayServerConnection? _connection;

    public string Id { get; } = id;

    public int Shard { get; } = shard;

    public bool IsInvalid { get; set; }

    /// <summary>Whether its client surely knows of it.</summary>
    public bool IsSeen { get; set; }

    /// <summary>How the next replay differs from what was sent first.</summary>
    public Func<string[], string[]>? Replaying { get; set; }

    public GatewayServerConnection? Connection => _connection;

    /// <summary>Something happens: told at once, or when the session is taken up again.</summary>
    public Task EmitAsync(string type, object data)
    {
        lock (_lock)
        {
            var line = ScriptedGateway.Event(type, _events.Count + 1, data);
            _events.Add(line);
            return _connection?.SendAsync(line) ?? Task.CompletedTask;
        }
    }

    /// <summary>Takes it up on a connection.</summary>
    public Task AttachAsync(GatewayServerConnection connection, long after)
    {
        lock (_lock)
        {
            _connection = connection;
            string[] missed = [.. _events.Skip((int)after)];
            var replayed = Replaying?.Invoke(missed) ?? missed;
            Replaying = null;
            Task sent = Task.CompletedTask;
            foreach (var line in replayed)
            {
                sent = connection.SendAsync(line);
            }

            return sent;
        }
    }

    public void Detach(GatewayServerConnection connection)
    {
        lock (_lock)
        {
            _connection = _connection == connection ? null : _connection;
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _events.Count;
            }
        }
    }
}
