using Bot.Answering.Watching;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Models;

/// <summary>
/// Tells operators of the model's failures: each kind once, and again when it still lasts after a while, not at every question.
/// </summary>
internal sealed partial class OutageLog(TimeProvider time, ILogger<OutageLog> logger)
{
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<ModelFailureKind, long> _told = [];

    /// <summary>The model failed.</summary>
    public void Failed(ModelFailure failure)
    {
        AnswerMetrics.Failed(failure.Kind);
        lock (_lock)
        {
            if (_told.TryGetValue(failure.Kind, out var last) && time.GetElapsedTime(last) < RepeatAfter)
            {
                LogFailedAgain(failure.Kind, failure.Reason);
                return;
            }

            _told[failure.Kind] = time.GetTimestamp();
        }

        LogFailed(failure.Kind, failure.Reason);
    }

    /// <summary>The model answered.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            if (_told.Count == 0)
            {
                return;
            }

            _told.Clear();
        }

        LogRecovered();
    }

    [LoggerMessage(LogLevel.Warning, "The model failed ({Kind}); answers are quoted meanwhile. {Reason}")]
    private partial void LogFailed(ModelFailureKind kind, string reason);

    [LoggerMessage(LogLevel.Debug, "The model failed again ({Kind}). {Reason}")]
    private partial void LogFailedAgain(ModelFailureKind kind, string reason);

    [LoggerMessage(LogLevel.Information, "The model answers again.")]
    private partial void LogRecovered();
}
