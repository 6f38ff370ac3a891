using System.Runtime.CompilerServices;

namespace Bot.Answering;

/// <summary>
/// What is read of things that never change, passages and articles: once for all questions, and forgotten with the thing, or when more is known
/// than memory should hold.
/// </summary>
/// <param name="most">How many things at most are known at once.</param>
/// <param name="read">Reads one. Two who ask at the same time may both read it.</param>
internal sealed class ReadOnce<TThing, TReading>(int most, Func<TThing, TReading> read)
    where TThing : class
    where TReading : class
{
    private readonly ConditionalWeakTable<TThing, TReading> _known = [];
    private int _count;

    /// <summary>What a thing reads as.</summary>
    public TReading Of(TThing thing)
    {
        if (_known.TryGetValue(thing, out var known))
        {
            return known;
        }

        // To begin anew is simpler than to tell what was asked for least, and what is asked for often is soon read again.
        if (Interlocked.Increment(ref _count) > most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        return _known.GetValue(thing, unknown => read(unknown));
    }
}
