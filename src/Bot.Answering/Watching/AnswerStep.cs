using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Answering.Watching;

/// <summary>One step on the way to an answer: a span, and its time in <c>bot.answer.step.duration</c>. It costs next to nothing while nobody watches.</summary>
internal readonly struct AnswerStep : IDisposable
{
    /// <summary>All of it, from the question to the checked answer.</summary>
    public const string Answer = "answer";

    /// <summary>What the question means, with its history.</summary>
    public const string Understand = "understand";

    /// <summary>The sentences and passages that are about it.</summary>
    public const string Search = "search";

    /// <summary>What a model writes, or what is quoted.</summary>
    public const string Compose = "compose";

    /// <summary>The claim check.</summary>
    public const string Check = "check";

    private static readonly ActivitySource Source = new(AnswerMetrics.Name);

    private static readonly Histogram<double> Durations = AnswerMetrics.Meter.CreateHistogram(
        "bot.answer.step.duration", "s", "How long a step on the way to an answer takes.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = AnswerMetrics.Seconds });

    private readonly string _name;
    private readonly long _started;
    private readonly Activity? _span;

    private AnswerStep(string name) => (_name, _started, _span) = (name, Stopwatch.GetTimestamp(), Source.StartActivity(name));

    /// <summary>Begins a step, which ends when it is disposed.</summary>
    public static AnswerStep Begin(string name) => new(name);

    /// <summary>Says something of it: a number, or one of a few words. Never what somebody wrote.</summary>
    public void Say(string name, object value) => _span?.SetTag(name, value);

    public void Dispose()
    {
        Durations.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>("step", _name));
        _span?.Dispose();
    }
}
