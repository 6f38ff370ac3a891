using System.Security.Cryptography;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Records.Keys;

/// <summary>
/// The record's data key as it lies in the record: wrapped under each key in use (envelope encryption), so that keys change and what is stored stays.
/// </summary>
internal sealed class KeyWraps
{
    private readonly RecordStore _store;
    private readonly RecordDatabase _database;
    private readonly WrappingKeys _keys;

    /// <exception cref="InvalidDataException">The key's file cannot be read or made, or holds no key.</exception>
    public KeyWraps(RecordStore store, RecordDatabase database, IOptions<RecordOptions> options) =>
        (_store, _database, _keys) = (store, database, WrappingKeys.Of(options.Value));

    /// <summary>Unwraps the data key, and sees to it that the current key wraps it.</summary>
    /// <exception cref="InvalidDataException">Neither the current key nor the previous one does.</exception>
    public async Task<DataKey> OpenAsync(CancellationToken cancellationToken)
    {
        var wraps = await _store.ReadAsync((context, token) => context.KeyWraps.ToListAsync(token), cancellationToken).ConfigureAwait(false);
        return new(Find(wraps, _keys.Current) is { } own && IsSettled(wraps, own)
            ? _keys.Current.Unwrap(own.Wrapped)
            : await _store.WriteAsync(SettleAsync, cancellationToken).ConfigureAwait(false));
    }

    // With a previous key, the current one is the last to have come into use. Without one the change is over for all keys that came before; those that
    // came after are of other machines, which began a change that this one does not know of.
    private bool IsSettled(List<KeyWrapRow> wraps, KeyWrapRow own) =>
        wraps.TrueForAll(wrap => _keys.Previous is null ? wrap.Number >= own.Number : wrap.Number <= own.Number);

    private async Task<byte[]> SettleAsync(RecordContext context, CancellationToken cancellationToken)
    {
        // Of two processes that begin a record at the same moment, the second one finds what the first has made.
        await _database.AloneAsync(context, "data key", cancellationToken).ConfigureAwait(false);
        var wraps = await context.KeyWraps.ToListAsync(cancellationToken).ConfigureAwait(false);
        var dataKey = wraps.Count == 0 ? await BeginAsync(context, cancellationToken).ConfigureAwait(false) : Unwrap(wraps);
        if (wraps.Count == 0)
        {
            context.KeyWraps.AddRange(_keys.OldestFirst.Select((key, place) => Wrap(dataKey, key, place)));
        }
        else if (Find(wraps, _keys.Current) is not { } own)
        {
            context.KeyWraps.Add(Wrap(dataKey, _keys.Current, wraps.Max(wrap => wrap.Number) + 1));
        }
        else if (_keys.Previous is not null)
        {
            own.Number = wraps.Max(wrap => wrap.Number) + 1;
        }
        else
        {
            context.KeyWraps.RemoveRange(wraps.Where(wrap => wrap.Number < own.Number));
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return dataKey;
    }

    private byte[] Unwrap(List<KeyWrapRow> wraps)
    {
        var key = _keys.OldestFirst.LastOrDefault(key => Find(wraps, key) is not null) ?? throw _keys.Refuse();
        return key.Unwrap(Find(wraps, key)!.Wrapped);
    }

    /// <summary>The data key of a record that has none: a new one, or in a record of an older build the key that was set, of which all was made there.</summary>
    private async Task<byte[]> BeginAsync(RecordContext context, CancellationToken cancellationToken)
    {
        if (!await HoldsAnythingAsync(context, cancellationToken).ConfigureAwait(false))
        {
            return RandomNumberGenerator.GetBytes(DerivedKey.Length);
        }

        var key = _keys.OldestFirst[0].Key;
        var address = await context.Turns.OrderByDescending(row => row.Seq).Select(row => row.Address).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return address is not { Length: > 0 } || new DataKey(key).Opens(address) ? key : throw _keys.Refuse();
    }

    private static async Task<bool> HoldsAnythingAsync(RecordContext context, CancellationToken cancellationToken) =>
        await context.Turns.AnyAsync(cancellationToken).ConfigureAwait(false)
        || await context.Transcripts.AnyAsync(cancellationToken).ConfigureAwait(false)
        || await context.Blocked.AnyAsync(cancellationToken).ConfigureAwait(false)
        || await context.Forgotten.AnyAsync(cancellationToken).ConfigureAwait(false)
        || await context.ChannelValues.AnyAsync(cancellationToken).ConfigureAwait(false);

    private static KeyWrapRow Wrap(byte[] dataKey, WrappingKey key, int number) => new() { Fingerprint = key.Fingerprint, Wrapped = key.Wrap(dataKey), Number = number };

    private static KeyWrapRow? Find(List<KeyWrapRow> wraps, WrappingKey key) => wraps.Find(wrap => wrap.Fingerprint == key.Fingerprint);
}
