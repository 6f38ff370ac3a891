using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Channels;

/// <summary>Small durable values of a channel's own: gateway sessions, budgets, settings, watermarks.</summary>
public sealed class ChannelState
{
    private readonly RecordStore _store;
    private readonly RecordOptions _options;
    private readonly TimeProvider _time;

    internal ChannelState(RecordStore store, IOptions<RecordOptions> options, TimeProvider time) => (_store, _options, _time) = (store, options.Value, time);

    /// <summary>A value; <see langword="null"/> when there is none.</summary>
    public Task<string?> GetAsync(string channel, string key, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            (context, token) => context.ChannelValues.Where(row => row.Channel == channel && row.Key == key).Select(row => row.Value).FirstOrDefaultAsync(token),
            cancellationToken);

    /// <summary>Sets a value for good; <see langword="null"/> removes it.</summary>
    public Task SetAsync(string channel, string key, string? value, CancellationToken cancellationToken) =>
        SetAsync(channel, key, value, until: null, cancellationToken);

    /// <summary>Sets a value of a reader's or a conversation's, which is kept no longer than questions are; <see langword="null"/> removes it.</summary>
    public Task RememberAsync(string channel, string key, string? value, CancellationToken cancellationToken) =>
        SetAsync(channel, key, value, _time.GetUtcNow() + _options.RetainFor, cancellationToken);

    /// <summary>Sets a value if it still is what it was, <see langword="null"/> for none: of several processes one wins.</summary>
    /// <returns>Whether it was set.</returns>
    public Task<bool> TrySetAsync(string channel, string key, string? was, string value, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async (context, token) => await (was is null
                ? context.Database.ExecuteSqlAsync($"""INSERT INTO channel_values ("Channel", "Key", "Value") VALUES ({channel}, {key}, {value}) ON CONFLICT DO NOTHING""", token)
                : context.ChannelValues
                    .Where(row => row.Channel == channel && row.Key == key && row.Value == was)
                    .ExecuteUpdateAsync(row => row.SetProperty(found => found.Value, value), token))
                .ConfigureAwait(false) == 1,
            cancellationToken);

    /// <summary>
    /// Remembers a value unless there is one already, as long as <see cref="RememberAsync"/> does: of several processes that would do something once, one
    /// does it.
    /// </summary>
    /// <returns>Whether there was none.</returns>
    public Task<bool> TryRememberAsync(string channel, string key, string value, CancellationToken cancellationToken)
    {
        var until = (_time.GetUtcNow() + _options.RetainFor).ToUnixTimeMilliseconds();
        return _store.InsistAsync(
            async (context, token) => await context.Database
                .ExecuteSqlAsync($"""INSERT INTO channel_values ("Channel", "Key", "Value", "Until") VALUES ({channel}, {key}, {value}, {until}) ON CONFLICT DO NOTHING""", token)
                .ConfigureAwait(false) == 1,
            cancellationToken);
    }

    private Task<int> SetAsync(string channel, string key, string? value, DateTimeOffset? until, CancellationToken cancellationToken) =>
        _store.InsistAsync(
            async (context, token) =>
            {
                await context.ChannelValues.Where(row => row.Channel == channel && row.Key == key).ExecuteDeleteAsync(token).ConfigureAwait(false);
                if (value is not null)
                {
                    context.ChannelValues.Add(new() { Channel = channel, Key = key, Value = value, Until = until });
                }

                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
}
