using Bot.Conversations.Records.Storage;

namespace Bot.Conversations.Records.Keys;

/// <summary>Opens the record's data key, once for the whole process.</summary>
internal sealed class RecordKeys(KeyWraps wraps, RecordStore store)
{
    private readonly Lock _lock = new();
    private Task<DataKey>? _opening;

    /// <summary>The data key; it is made where there is none yet.</summary>
    /// <exception cref="InvalidDataException">The record was last used with another key than the settings name.</exception>
    public Task<DataKey> OpenAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // All who wait share one attempt; who comes after one that failed begins the next.
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _opening = wraps.OpenAsync(CancellationToken.None);
            }

            return _opening.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The same, again and again while the database is gone.</summary>
    public Task<DataKey> InsistAsync(CancellationToken cancellationToken) => store.InsistAsync(() => OpenAsync(cancellationToken), cancellationToken);
}
