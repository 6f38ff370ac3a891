using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Host.Soak.Machines;

/// <summary>All that readers asked, what they were told, and when.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<AskedQuestion> _asked = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<string, int> _happened = new(StringComparer.Ordinal);

    /// <summary>Told of each first answer.</summary>
    public Action<AskedQuestion>? OnAnswered { get; set; }

    public IReadOnlyCollection<AskedQuestion> Asked => _asked;

    /// <summary>What no reader should be told.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public string Happened => string.Join(", ", _happened.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));

    /// <summary>How often it happened.</summary>
    public int CountOf(string what) => _happened.GetValueOrDefault(what);

    public AskedQuestion Begin(string way, int conversation, int number, string text)
    {
        var question = new AskedQuestion(way, conversation, number, text);
        _asked.Enqueue(question);
        return question;
    }

    public void Answer(AskedQuestion question, string? words = null)
    {
        if (question.Answer(words))
        {
            OnAnswered?.Invoke(question);
        }
    }

    public void Fail(string what) => _errors.Enqueue(what);

    public void Count(string what) => _happened.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>The longest time in which nobody heard anything although somebody waited.</summary>
    public TimeSpan LongestPause()
    {
        var moments = _asked.Select(question => (At: question.Asked, Waiting: 1, Heard: false))
            .Concat(_asked.Where(question => question.Answered > 0).Select(question => (At: question.Answered, Waiting: -1, Heard: true)))
            .OrderBy(moment => moment.At);
        var (waiting, since, longest) = (0, 0L, TimeSpan.Zero);
        foreach (var moment in moments)
        {
            if (moment.Heard && waiting > 0)
            {
                var pause = Stopwatch.GetElapsedTime(since, moment.At);
                longest = pause > longest ? pause : longest;
            }

            since = moment.Heard || waiting == 0 ? moment.At : since;
            waiting += moment.Waiting;
        }

        return longest;
    }

    /// <summary>What waits for its answer.</summary>
    public AskedQuestion[] UnderWay() => [.. _asked.Where(question => question.Answers == 0)];
}
