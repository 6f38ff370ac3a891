namespace Bot.Discord.Gateway;

/// <summary>
/// Which of a session's events have come, and which are dealt with. A resume may bring events twice or out of order: each is taken once, and a
/// session is taken up again after the last event before which none is missing.
/// </summary>
internal sealed class Sequences(long taken)
{
    /// <summary>Numbers that never come hold nothing up for longer.</summary>
    private const int MostAhead = 500;

    private readonly Lock _lock = new();
    private readonly SortedSet<long> _ahead = [];
    private readonly SortedSet<long> _underWay = [];
    private long _taken = taken;
    private long _last = taken;

    /// <summary>The last number that came.</summary>
    public long Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    /// <summary>All events up to this one are dealt with: a process that takes over goes on after it.</summary>
    public long Done
    {
        get
        {
            lock (_lock)
            {
                return _underWay.Count == 0 ? _taken : Math.Min(_taken, _underWay.Min - 1);
            }
        }
    }

    /// <summary>All events up to this one have come: a connection that takes over goes on after it.</summary>
    public long Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>Notes that an event came.</summary>
    /// <returns>Whether for the first time; then it is under way until <see cref="End"/>.</returns>
    public bool Begin(long number)
    {
        lock (_lock)
        {
            if (number <= _taken || !_ahead.Add(number))
            {
                return false;
            }

            _underWay.Add(number);
            _last = Math.Max(_last, number);
            while (_ahead.Count > 0 && (_ahead.Min == _taken + 1 || _ahead.Count > MostAhead))
            {
                _taken = _ahead.Min;
                _ahead.Remove(_taken);
            }

            return true;
        }
    }

    /// <summary>Notes that an event is dealt with.</summary>
    public void End(long number)
    {
        lock (_lock)
        {
            _underWay.Remove(number);
        }
    }
}
