using System.Diagnostics.Metrics;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Watching;

/// <summary>
/// Measures how many questions wait in the record and how long the oldest does, while somebody watches. Hosts that share a record all see the
/// same: take the highest, not the sum.
/// </summary>
internal sealed partial class QueueGauges : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private readonly Meter _meter = new(TurnMetrics.Name);
    private readonly ObservableGauge<int> _waiting;
    private readonly RecordStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueGauges> _logger;
    private volatile Look? _last;

    public QueueGauges(RecordStore store, RunningTurns running, TimeProvider time, ILogger<QueueGauges> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _waiting = _meter.CreateObservableGauge("bot.queue.questions", () => Measured(_last?.Open), "{question}", "Questions in the record that are not settled.");
        _meter.CreateObservableGauge("bot.queue.age", () => Measured(_last?.Age), "s", "How long the oldest question that is not settled has waited.");
        _meter.CreateObservableGauge("bot.questions.running", () => running.Count, "{question}", "Questions that this process works now.");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _meter.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, _time);
        do
        {
            if (_waiting.Enabled)
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (open, oldest) = await _store.ReadAsync(CountAsync, cancellationToken).ConfigureAwait(false);
            _last = new(open, oldest is { } since ? Math.Max(0, (_time.GetUtcNow() - since).TotalSeconds) : 0);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // What nobody knows is not measured.
            _last = null;
            LogNotCounted(error);
        }
    }

    private static async Task<(int Open, DateTimeOffset? Oldest)> CountAsync(RecordContext context, CancellationToken cancellationToken)
    {
        var open = context.Turns.Where(turn => turn.State < TurnState.Delivered);
        return (await open.CountAsync(cancellationToken).ConfigureAwait(false),
            await open.OrderBy(turn => turn.Seq).Select(turn => (DateTimeOffset?)turn.Received).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false));
    }

    private static IEnumerable<Measurement<T>> Measured<T>(T? value) where T : struct => value is { } known ? [new(known)] : [];

    [LoggerMessage(LogLevel.Debug, "The waiting questions could not be counted.")]
    private partial void LogNotCounted(Exception error);

    private sealed record Look(int Open, double Age);
}
