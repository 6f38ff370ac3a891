using System.Threading.Channels;
using Bot.Answering.Tracing;
using Bot.Conversations.Records.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Records.Keeping;

/// <summary>
/// Keeps what answers were made of, beside them. An answer is given its key at once and does not wait until all is written; it is written
/// again, as seen, once a day at most.
/// </summary>
internal sealed class SourceKeeper(RecordStore store, RecordDatabase database, IOptions<RecordOptions> options, TimeProvider time) : IHostedService, IDisposable
{
    /// <summary>What is not seen for so long beyond the retention time no answer needs.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromDays(2);

    private const int MostKnown = 8;
    private static readonly TimeSpan SeenEvery = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly List<Known> _known = [];
    private readonly Channel<Known> _due = Channel.CreateUnbounded<Known>();
    private readonly SourceWriter _writer = new(store, database, time);
    private readonly CancellationTokenSource _stop = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>The key by which an answer's sources will be found; <see langword="null"/> when they are not kept.</summary>
    public string? KeyOf(AnswerSources? sources)
    {
        if (sources is null || !options.Value.KeepSources)
        {
            return null;
        }

        lock (_lock)
        {
            var known = _known.Find(each => each.Is(sources)) ?? new Known($"sources/{Guid.CreateVersion7(time.GetUtcNow()):N}", sources);
            _known.Remove(known);
            _known.Add(known);
            if (_known.Count > MostKnown)
            {
                _known.RemoveAt(0);
            }

            if (known.Due <= time.GetUtcNow() && _due.Writer.TryWrite(known))
            {
                known.Due = time.GetUtcNow() + SeenEvery;
            }

            return known.Key;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(() => WriteAsync(_stop.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _due.Writer.TryComplete();
        await using (cancellationToken.Register(_stop.Cancel).ConfigureAwait(false))
        {
            await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var known in _due.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await _writer.WriteAsync(SourceDocuments.Of(known.Key, known.Sources), cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record Known(string Key, AnswerSources Sources)
    {
        public DateTimeOffset Due { get; set; }

        // They are immutable: the same objects say the same, and comparing them costs nothing.
        public bool Is(AnswerSources other) => ReferenceEquals(Sources.Articles, other.Articles) && Sources.Replies == other.Replies
            && ReferenceEquals(Sources.Settings, other.Settings) && Sources.Prompts.SequenceEqual(other.Prompts);
    }
}
