using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bot.Answering.Tracing;
using Bot.Conversations.Records;

namespace Bot.Conversations.Working;

/// <summary>Who waits for which turn in this process.</summary>
internal sealed class TurnWatchers(TimeProvider time)
{
    private readonly ConcurrentDictionary<TurnId, Watching[]> _watching = new();

    public Watching Watch(TurnId turn)
    {
        var watching = new Watching(this, turn, time);
        _watching.AddOrUpdate(turn, [watching], (_, others) => [.. others, watching]);
        return watching;
    }

    public void Reached(TurnId turn, AnswerStage stage)
    {
        foreach (var watching in _watching.GetValueOrDefault(turn, []))
        {
            watching.Tell(stage);
        }
    }

    public void Settled(TurnId turn)
    {
        foreach (var watching in _watching.GetValueOrDefault(turn, []))
        {
            watching.Tell(null);
        }
    }

    private void Leave(TurnId turn, Watching gone)
    {
        while (_watching.TryGetValue(turn, out var all))
        {
            Watching[] left = [.. all.Where(watching => watching != gone)];
            if (left.Length > 0 ? _watching.TryUpdate(turn, left, all) : _watching.TryRemove(new(turn, all)))
            {
                return;
            }
        }
    }

    /// <summary>One who watches a turn.</summary>
    internal sealed class Watching(TurnWatchers watchers, TurnId turn, TimeProvider time) : IDisposable
    {
        private readonly Channel<AnswerStage?> _told = Channel.CreateUnbounded<AnswerStage?>();

        /// <summary>The stages until the record should be read again: the turn was settled, or nothing was heard for a while.</summary>
        public async IAsyncEnumerable<AnswerStage> StagesAsync(TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                var stage = await NextAsync(patience, cancellationToken).ConfigureAwait(false);
                if (stage is null)
                {
                    yield break;
                }

                yield return stage;
            }
        }

        /// <summary>The stages that were told and not read yet.</summary>
        public IEnumerable<AnswerStage> Missed()
        {
            while (_told.Reader.TryRead(out var stage))
            {
                if (stage is not null)
                {
                    yield return stage;
                }
            }
        }

        public void Tell(AnswerStage? stage) => _told.Writer.TryWrite(stage);

        public void Dispose() => watchers.Leave(turn, this);

        private async Task<AnswerStage?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
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
