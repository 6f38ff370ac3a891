using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Bot.Conversations.Working;

/// <summary>Who waits in this process for what the record will say of something, and is told meanwhile what the record does not keep.</summary>
/// <typeparam name="TName">The name of what is watched: a turn, a conversation.</typeparam>
/// <typeparam name="TNews">What is told meanwhile.</typeparam>
internal sealed class Watchers<TName, TNews>(TimeProvider time)
    where TName : notnull
    where TNews : class
{
    private readonly ConcurrentDictionary<TName, Watching[]> _watching = new();

    public Watching Watch(TName name)
    {
        var watching = new Watching(this, name, time);
        _watching.AddOrUpdate(name, [watching], (_, others) => [.. others, watching]);
        return watching;
    }

    /// <summary>Tells what the record does not keep.</summary>
    public void Tell(TName name, TNews news) => TellAll(name, news);

    /// <summary>The record says something new.</summary>
    public void Changed(TName name) => TellAll(name, null);

    private void TellAll(TName name, TNews? news)
    {
        foreach (var watching in _watching.GetValueOrDefault(name, []))
        {
            watching.Tell(news);
        }
    }

    private void Leave(TName name, Watching gone)
    {
        while (_watching.TryGetValue(name, out var all))
        {
            Watching[] left = [.. all.Where(watching => watching != gone)];
            if (left.Length > 0 ? _watching.TryUpdate(name, left, all) : _watching.TryRemove(new(name, all)))
            {
                return;
            }
        }
    }

    /// <summary>One who watches.</summary>
    internal sealed class Watching(Watchers<TName, TNews> watchers, TName name, TimeProvider time) : IDisposable
    {
        private readonly Channel<TNews?> _told = Channel.CreateUnbounded<TNews?>();

        /// <summary>The news until the record should be read again: it changed, or nothing was heard for a while.</summary>
        public async IAsyncEnumerable<TNews> NewsAsync(TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                var news = await NextAsync(patience, cancellationToken).ConfigureAwait(false);
                if (news is null)
                {
                    yield break;
                }

                yield return news;
            }
        }

        /// <summary>The news that were told and not read yet.</summary>
        public IEnumerable<TNews> Missed()
        {
            while (_told.Reader.TryRead(out var news))
            {
                if (news is not null)
                {
                    yield return news;
                }
            }
        }

        public void Tell(TNews? news) => _told.Writer.TryWrite(news);

        public void Dispose() => watchers.Leave(name, this);

        private async Task<TNews?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
        {
            if (_told.Reader.TryRead(out var told))
            {
                return told;
            }

            using var impatience = new CancellationTokenSource(patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
            try
            {
                return await _told.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }
    }
}
