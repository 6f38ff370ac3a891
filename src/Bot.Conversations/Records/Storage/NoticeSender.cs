using System.Threading.Channels;
using Npgsql;

namespace Bot.Conversations.Records.Storage;

/// <summary>
/// Tells other processes what was committed, many things at once and behind the commits: PostgreSQL lets only one transaction at a time commit with a
/// notice, the sync of the disk included, which would put all writes in a row. What is lost when this process dies meanwhile, the others' sweeps find.
/// </summary>
internal sealed class NoticeSender(NpgsqlDataSource source, string channel) : IAsyncDisposable
{
    private const int MostAtOnce = 500;
    private const int MostWaiting = 100_000;

    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _lock = new();
    private Task? _sending;

    /// <summary>Tells it soon.</summary>
    public void Tell(string words)
    {
        _waiting.Writer.TryWrite(words);
        lock (_lock)
        {
            _sending ??= Task.Run(SendAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_sending is { } sending)
        {
            await Task.WhenAny(sending, Task.Delay(Parting)).ConfigureAwait(false);
            await _over.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _over.Dispose();
    }

    private async Task SendAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync(_over.Token).ConfigureAwait(false))
        {
            try
            {
                await SendAllAsync(_over.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is NpgsqlException or InvalidOperationException or IOException or TimeoutException)
            {
                // The database is gone for now, and those who listen to it are as deaf.
                await Task.Delay(Again, _over.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

        // A notice need not outlive a crash of the server: it waits for no disk.
        await using var off = new NpgsqlCommand("SET synchronous_commit TO off", connection);
        await off.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var words = new List<string>();
            while (words.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
            {
                words.Add(next);
            }

            await using var notify = new NpgsqlCommand("SELECT pg_notify(@channel, words) FROM unnest(@words) AS words", connection);
            notify.Parameters.AddWithValue("channel", channel);
            notify.Parameters.AddWithValue("words", words.ToArray());
            await notify.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
