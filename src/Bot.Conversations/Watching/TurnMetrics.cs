using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Watching;

/// <summary>Counts and times questions and the record. Labels are channels and words of ours: never who asked, what, or of which article.</summary>
internal static class TurnMetrics
{
    /// <summary>The meter's and the spans' name.</summary>
    public const string Name = "Bot.Conversations";

    /// <summary>The meter.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>The bounds that times are counted by.</summary>
    public static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180] };

    private static readonly Counter<long> Handed =
        Meter.CreateCounter<long>("bot.questions.received", "{question}", "Questions that channels handed in, by what became of them at the door.");

    private static readonly Counter<long> Made =
        Meter.CreateCounter<long>("bot.questions.answered", "{question}", "Answers by channel, outcome and engine, and whether a model should have composed them but could not.");

    private static readonly Counter<long> Ends =
        Meter.CreateCounter<long>("bot.questions.ended", "{question}", "Questions that came to their end, by how.");

    private static readonly Histogram<double> Waits =
        Meter.CreateHistogram("bot.questions.duration", "s", "From recording a question to its end.", tags: null, Seconds);

    private static readonly Histogram<double> Deliveries =
        Meter.CreateHistogram("bot.delivery.duration", "s", "How long it takes to bring an answer to its channel, repetitions included.", tags: null, Seconds);

    private static readonly Histogram<double> Record =
        Meter.CreateHistogram("bot.record.duration", "s", "How long the record takes to be read or written.", tags: null, Seconds);

    /// <summary>A question was handed in.</summary>
    public static void Received(string channel, Admission? admission) =>
        Handed.Add(1, Of("channel", channel), Of("admission", WordOf(admission)));

    /// <summary>A question is answered.</summary>
    public static void Answered(string channel, Answer answer) => Made.Add(
        1, Of("channel", channel), Of("outcome", AnswerLine.OutcomeOf(answer)), Of("engine", answer.Making.Engine == Making.Extractive ? "extractive" : "model"), Of("degraded", answer.Making.Degraded));

    /// <summary>A question came to its end.</summary>
    public static void Ended(TurnRow turn, TurnState state, TimeSpan since)
    {
        Ends.Add(1, Of("channel", turn.Channel), Of("state", WordOf(state)));
        Waits.Record(since.TotalSeconds, Of("channel", turn.Channel), Of("state", WordOf(state)));
    }

    /// <summary>Times a delivery.</summary>
    public static void Delivered(string channel, TimeSpan elapsed) => Deliveries.Record(elapsed.TotalSeconds, Of("channel", channel));

    /// <summary>Times the record.</summary>
    public static Task<T> TimeAsync<T>(string operation, Task<T> task) => Record.Enabled ? TimedAsync(operation, task) : task;

    /// <summary>How a state is called in labels and spans.</summary>
    public static string WordOf(TurnState state) => state switch
    {
        TurnState.Delivered => "delivered",
        TurnState.Uncertain => "uncertain",
        TurnState.Apologised => "apologised",
        TurnState.Cancelled => "cancelled",
        TurnState.Failed => "failed",
        _ => "open",
    };

    /// <summary>How an admission is called in labels and spans.</summary>
    public static string WordOf(Admission? admission) => admission switch
    {
        Admission.Accepted => "accepted",
        Admission.Repeated => "repeated",
        Admission.WrongLength => "wrong_length",
        Admission.TooFast => "too_fast",
        Admission.Full => "full",
        Admission.Blocked => "blocked",
        _ => "try_again",
    };

    private static async Task<T> TimedAsync<T>(string operation, Task<T> task)
    {
        var started = Stopwatch.GetTimestamp();
        var done = false;
        try
        {
            var result = await task.ConfigureAwait(false);
            done = true;
            return result;
        }
        finally
        {
            Record.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Of("operation", operation), Of("done", done));
        }
    }

    private static KeyValuePair<string, object?> Of(string name, object? value) => new(name, value);
}
