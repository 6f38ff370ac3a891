using System.Diagnostics;
using System.Threading.Channels;

namespace Bot.Host.Soak.Machines;

/// <summary>Asks at a steady rate in many conversations, whether or not answers keep up; in each the next question waits until the one before is taken.</summary>
internal sealed class Asking : IAsyncDisposable
{
    private readonly Ledger _ledger;
    private readonly IReader[] _readers;
    private readonly Channel<AskedQuestion>[] _waiting;
    private readonly Task[] _asking;
    private readonly Func<int, string> _words;
    private readonly int[] _numbers;
    private int _asked;

    private Asking(Ledger ledger, IReader[] readers, Func<int, string> words)
    {
        (_ledger, _readers, _words, _numbers) = (ledger, readers, words, new int[readers.Length]);
        _waiting = [.. readers.Select(_ => Channel.CreateUnbounded<AskedQuestion>())];
        _asking = [.. readers.Select(AskAllAsync)];
    }

    /// <summary>How the readers ask.</summary>
    public IReadOnlyList<IReader> Readers => _readers;

    /// <summary>All readers come, then it can begin.</summary>
    public static async Task<Asking> ComeAsync(Ledger ledger, IReader[] readers, Func<int, string> words)
    {
        foreach (var some in readers.Chunk(10))
        {
            await Task.WhenAll(some.Select(reader => reader.ComeAsync()));
        }

        return new(ledger, readers, words);
    }

    /// <summary>Asks until it is enough.</summary>
    public async Task AskAsync(double rate, CancellationToken enough)
    {
        var clock = Stopwatch.StartNew();
        for (var at = 0; !enough.IsCancellationRequested; at++)
        {
            var due = TimeSpan.FromSeconds(at / rate) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            var reader = at % _readers.Length;
            _waiting[reader].Writer.TryWrite(_ledger.Begin(_readers[reader].Way, reader, _numbers[reader]++, _words(_asked++)));
        }
    }

    /// <summary>Waits until all that was asked is answered, or for as long as patience lasts.</summary>
    public async Task SettleAsync(TimeSpan patience)
    {
        foreach (var waiting in _waiting)
        {
            waiting.Writer.TryComplete();
        }

        Task all = Task.WhenAll(_asking.Concat(_ledger.Asked.Select(question => question.Settled))).WaitAsync(patience);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
        {
            await reader.DisposeAsync();
        }
    }

    private async Task AskAllAsync(IReader reader, int number)
    {
        await foreach (var question in _waiting[number].Reader.ReadAllAsync())
        {
            await reader.AskAsync(question);
        }
    }
}
