using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Evaluation.Cases.Running;

/// <summary>A case that is being asked, as the model's handlers see it.</summary>
/// <param name="id">The conversation it is asked in, which tells it from all others.</param>
/// <param name="repeat">Which of its repeats it is, from 1.</param>
/// <param name="replies">What a scripted model says to it.</param>
internal sealed class RunningCase(string id, int repeat, ImmutableArray<ScriptedReply> replies)
{
    private long _recordedTicks;

    public string Id => id;

    public int Repeat => repeat;

    public ImmutableArray<ScriptedReply> Replies => replies;

    /// <summary>Why the script had nothing to say; <see langword="null"/> when it had.</summary>
    public string? Problem { get; set; }

    /// <summary>How long the model took for those of its replies that came out of the cache.</summary>
    public TimeSpan Recorded => TimeSpan.FromTicks(Interlocked.Read(ref _recordedTicks));

    /// <summary>Whether a reply came out of the cache.</summary>
    public bool FromCache { get; private set; }

    public void TookFromCache(TimeSpan recorded)
    {
        FromCache = true;
        Interlocked.Add(ref _recordedTicks, recorded.Ticks);
    }
}

/// <summary>The cases that are being asked, by their conversations.</summary>
internal sealed class RunningCases
{
    private readonly ConcurrentDictionary<string, RunningCase> _running = new(StringComparer.Ordinal);
    private int _count;

    public RunningCase Start(int repeat, ImmutableArray<ScriptedReply> replies)
    {
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        return _running[id] = new(id, repeat, replies);
    }

    public void End(RunningCase running) => _running.TryRemove(running.Id, out _);

    public RunningCase? Find(string? id) => id is null ? null : _running.GetValueOrDefault(id);
}
