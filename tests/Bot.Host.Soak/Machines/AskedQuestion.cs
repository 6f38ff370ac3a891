using System.Diagnostics;

namespace Bot.Host.Soak.Machines;

/// <summary>A question that a reader asked, and what came of it.</summary>
/// <param name="way">How it is asked.</param>
/// <param name="conversation">In which conversation.</param>
/// <param name="number">Its place there.</param>
/// <param name="text">Its words.</param>
internal sealed class AskedQuestion(string way, int conversation, int number, string text)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private string? _words;

    public string Way => way;

    public int Conversation => conversation;

    public int Number => number;

    public string Text => text;

    /// <summary>When its reader wanted to ask it, in ticks of the stopwatch.</summary>
    public long Asked { get; } = Stopwatch.GetTimestamp();

    /// <summary>When its answer was there; 0 while it is not.</summary>
    public long Answered { get; private set; }

    /// <summary>Answers that its reader saw.</summary>
    public int Answers { get; private set; }

    /// <summary>How often its reader was asked to try again.</summary>
    public int Refusals { get; private set; }

    /// <summary>Whether it was asked at another machine than the one where its reader listens.</summary>
    public bool Elsewhere { get; set; }

    public Task Settled => _answered.Task;

    public TimeSpan Took => Stopwatch.GetElapsedTime(Asked, Answered);

    /// <summary>Its reader sees an answer.</summary>
    /// <param name="words">The answer, where it may be read again: what is the same is one answer.</param>
    /// <returns>Whether it is the first.</returns>
    public bool Answer(string? words = null)
    {
        lock (_gate)
        {
            if (words is not null && words == _words)
            {
                return false;
            }

            _words ??= words;
            if (++Answers > 1)
            {
                return false;
            }

            Answered = Stopwatch.GetTimestamp();
        }

        _answered.TrySetResult();
        return true;
    }

    public void Refuse()
    {
        lock (_gate)
        {
            Refusals++;
        }
    }
}
