namespace Bot.Discord.Rest;

/// <summary>
/// All counts: one for each bucket and top-level resource. Which bucket a route counts under Discord says in its responses; until then a route is
/// one of its own.
/// </summary>
internal sealed class Buckets(TimeProvider time)
{
    private const int SweepAfter = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string TopLevelId), Bucket> _buckets = [];
    private readonly Dictionary<(string Route, string TopLevelId), Turnstile> _orders = [];
    private int _uses;

    /// <summary>How many counts and orders are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _buckets.Count + _orders.Count;
            }
        }
    }

    /// <summary>Waits until it is the request's turn among those of its route, so that they stay in order also while their bucket becomes known.</summary>
    public ValueTask<Turnstile.Turn> OrderAsync(RestRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (++_uses % SweepAfter == 0)
            {
                Sweep();
            }

            return Find(_orders, (request.ToString(), request.TopLevelId)).EnterAsync(cancellationToken);
        }
    }

    /// <summary>Waits until it is the request's turn among all of its bucket, as far as that is known.</summary>
    /// <returns>The bucket, and the turn in it.</returns>
    public async ValueTask<(Bucket Bucket, Turnstile.Turn Turn)> EnterAsync(RestRequest request, CancellationToken cancellationToken)
    {
        Bucket bucket;
        ValueTask<Turnstile.Turn> turn;
        lock (_lock)
        {
            bucket = Of(request);
            turn = bucket.Turnstile.EnterAsync(cancellationToken);
        }

        return (bucket, await turn.ConfigureAwait(false));
    }

    /// <summary>Notes what a response to the request said.</summary>
    public void Learn(RestRequest request, RateLimit limit)
    {
        Bucket bucket;
        lock (_lock)
        {
            if (limit.Bucket is { } name)
            {
                _names[request.ToString()] = name;
            }

            bucket = Of(request);
        }

        bucket.Learn(limit, time.GetUtcNow());
    }

    private Bucket Of(RestRequest request) => Find(_buckets, (_names.GetValueOrDefault(request.ToString(), request.ToString()), request.TopLevelId));

    private static T Find<TKey, T>(Dictionary<TKey, T> known, TKey key)
        where TKey : notnull
        where T : new()
    {
        if (!known.TryGetValue(key, out var found))
        {
            known[key] = found = new();
        }

        return found;
    }

    // Every interaction has a token of its own, and so counts of its own.
    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (key, bucket) in _buckets.Where(known => known.Value.IsForgettable(now)).ToArray())
        {
            _buckets.Remove(key);
        }

        foreach (var (key, order) in _orders.Where(known => known.Value.IsFree).ToArray())
        {
            _orders.Remove(key);
        }
    }
}
