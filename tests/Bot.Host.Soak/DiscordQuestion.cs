using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak;

/// <summary>A question on Discord, and what came of it.</summary>
/// <param name="id">Of the interaction, or the message.</param>
/// <param name="channel">Where it was asked.</param>
/// <param name="byCommand">By <c>/ask</c>, else by a mention.</param>
/// <param name="isPrivate">For the asker alone.</param>
internal sealed class DiscordQuestion(string id, string channel, bool byCommand, bool isPrivate)
{
    private readonly ConcurrentDictionary<string, bool> _nonces = new(StringComparer.Ordinal);
    private int _acknowledged;
    private int _inPlace;
    private long _first;

    public string Id => id;

    public string Channel => channel;

    public bool IsPrivate => isPrivate;

    public bool ByCommand => byCommand;

    public string Token => $"token-{id}";

    public long Asked { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether its interaction is over: Discord takes nothing for its token any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether its asker was told to ask again.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>How often it was acknowledged.</summary>
    public int Acknowledgements => Volatile.Read(ref _acknowledged);

    /// <summary>How often an answer was put in the interaction's place.</summary>
    public int InPlace => Volatile.Read(ref _inPlace);

    /// <summary>How many messages were posted where it was asked, repeats with one nonce counted once.</summary>
    public int Posted => _nonces.Count;

    /// <summary>How often an answer was sent, repeats of a message with one nonce counted once.</summary>
    public int Answers => InPlace + Posted;

    /// <summary>How many answers the reader sees: what is put in an interaction's place again is seen once.</summary>
    public int Seen => Math.Min(InPlace, 1) + Posted;

    public TaskCompletionSource Acknowledged { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An answer was tried in an interaction that is over.</summary>
    public TaskCompletionSource TriedTooLate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From the event to its acknowledgement: of a command the callback, of a mention the answer.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(Asked, Volatile.Read(ref _first));

    public void Acknowledge(long now)
    {
        Interlocked.CompareExchange(ref _first, now, 0);
        Interlocked.Increment(ref _acknowledged);
        Acknowledged.TrySetResult();
    }

    /// <summary>It was answered at once, or its asker told why not.</summary>
    public void Respond(long now, string body)
    {
        Show(now, body);
        IsRefused = !Answered.Task.IsCompleted;
        Answered.TrySetResult();
    }

    // Progress has no buttons.
    public void Show(long now, string body)
    {
        if (body.Contains("\"components\":[{", StringComparison.Ordinal))
        {
            Interlocked.CompareExchange(ref _first, now, 0);
            Interlocked.Increment(ref _inPlace);
            Answered.TrySetResult();
        }
    }

    public void Post(long now, string nonce)
    {
        Interlocked.CompareExchange(ref _first, now, 0);
        _nonces.TryAdd(nonce, true);
        Answered.TrySetResult();
    }
}
