namespace Bot.Host.Soak.Scaling;

/// <summary>Something that serves several at once and lets the others wait in a row.</summary>
internal sealed class Station(string name, int servers)
{
    private readonly PriorityQueue<int, double> _free = new(Enumerable.Range(0, servers).Select(server => (server, 0.0)));

    public string Name => name;

    /// <summary>What it worked, in ms.</summary>
    public double Busy { get; private set; }

    public int Servers => servers;

    /// <summary>Serves one who comes at a moment; those who come must come in order.</summary>
    /// <param name="moment">When.</param>
    /// <param name="takes">How long it takes.</param>
    /// <param name="left">The share of each server that is left for it.</param>
    /// <returns>When it is done.</returns>
    public double Visit(double moment, double takes, double left = 1)
    {
        _free.TryDequeue(out var server, out var since);
        var done = Math.Max(moment, since) + (takes / left);
        _free.Enqueue(server, done);
        Busy += takes;
        return done;
    }
}

/// <summary>A disk that syncs for all who wait at once.</summary>
internal sealed class Disk(double sync)
{
    private double _end;
    private bool _next;

    public double Busy { get; private set; }

    public double Visit(double moment)
    {
        if (moment >= _end && _next)
        {
            // The sync that others waited for has begun meanwhile.
            (_end, _next) = (_end + sync, false);
            Busy += sync;
        }

        if (moment >= _end)
        {
            (_end, _next) = (moment + sync, false);
            Busy += sync;
            return _end;
        }

        _next = true;
        return _end + sync;
    }
}
