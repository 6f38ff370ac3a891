using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Channels;

/// <summary>Small durable values of a channel's own: gateway sessions, budgets, settings, watermarks.</summary>
public sealed class ChannelState
{
    private readonly RecordStore _store;

    internal ChannelState(RecordStore store) => _store = store;

    /// <summary>A value; <see langword="null"/> when there is none.</summary>
    public Task<string?> GetAsync(string channel, string key, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            (context, token) => context.ChannelValues.Where(row => row.Channel == channel && row.Key == key).Select(row => row.Value).FirstOrDefaultAsync(token),
            cancellationToken);

    /// <summary>Sets a value; <see langword="null"/> removes it.</summary>
    public Task SetAsync(string channel, string key, string? value, CancellationToken cancellationToken) =>
        _store.InsistAsync(
            async (context, token) =>
            {
                await context.ChannelValues.Where(row => row.Channel == channel && row.Key == key).ExecuteDeleteAsync(token).ConfigureAwait(false);
                if (value is not null)
                {
                    context.ChannelValues.Add(new() { Channel = channel, Key = key, Value = value });
                }

                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Sets a value if it still is what it was: of several processes one wins.</summary>
    /// <returns>Whether it was set.</returns>
    public Task<bool> TrySetAsync(string channel, string key, string was, string value, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async (context, token) => await context.ChannelValues
                .Where(row => row.Channel == channel && row.Key == key && row.Value == was)
                .ExecuteUpdateAsync(row => row.SetProperty(found => found.Value, value), token)
                .ConfigureAwait(false) == 1,
            cancellationToken);
}
