using Bot.Conversations.Asking;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Working;

/// <summary>One worker for each conversation with something to do: its turns in order, those of different conversations side by side.</summary>
internal sealed partial class ConversationWorkers(
    RecordKeys keys,
    RecordDatabase database,
    TurnLedger ledger,
    TurnWork work,
    IConversationLocks locks,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<ConversationWorkers> logger) : BackgroundService
{
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PrepareWithin = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ConversationWorker> _workers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(options.Value.Parallel);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stopped = new();
    private volatile bool _started;

    /// <summary>Whether no more questions are taken.</summary>
    public bool Stopping => _stopping.IsCancellationRequested;

    /// <summary>Fires when all work is over.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>A conversation has, or may have, something to do.</summary>
    public void Wake(string conversation, WakeCause cause)
    {
        lock (_lock)
        {
            if (!_started || Stopping)
            {
                return;
            }

            if (_workers.TryGetValue(conversation, out var worker))
            {
                worker.Note(cause);
                return;
            }

            worker = new();
            worker.Note(cause, isNew: true);
            _workers.Add(conversation, worker);
            using var apart = ExecutionContext.SuppressFlow();
            worker.Running = Task.Run(() => RunAsync(conversation, worker));
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The first question must not pay for the tables and the key; a database that is gone must not keep Bot from starting, a wrong key must.
            await keys.OpenAsync(cancellationToken).WaitAsync(PrepareWithin, time, cancellationToken).ConfigureAwait(false);
            await ledger.WaitingAsync(cancellationToken).WaitAsync(PrepareWithin, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not InvalidDataException && !cancellationToken.IsCancellationRequested)
        {
            LogNoSweep(error);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        Task[] running;
        lock (_lock)
        {
            running = [.. _workers.Values.Select(worker => worker.Running)];
        }

        var all = Task.WhenAll(running);
        using var drained = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(all, Task.Delay(options.Value.DrainFor, time, drained.Token)).ConfigureAwait(false);
        await drained.CancelAsync().ConfigureAwait(false);
        await _stopped.CancelAsync().ConfigureAwait(false);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _started = true;
        using var sweep = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            try
            {
                foreach (var conversation in await ledger.WaitingAsync(stoppingToken).ConfigureAwait(false))
                {
                    Wake(conversation, WakeCause.Swept);
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogNoSweep(error);
            }
        }
        while (await sweep.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RunAsync(string conversation, ConversationWorker worker)
    {
        do
        {
            try
            {
                var asked = worker.TakeAsked();
                if (!await WorkAsync(conversation).ConfigureAwait(false) && asked)
                {
                    // Whoever has the conversation may have looked for its next turn just before this one was recorded.
                    database.TellOthers(new(NoticeKind.Asked, conversation));
                }
            }
            catch (OperationCanceledException) when (Stopping)
            {
                return;
            }
            catch (Exception error) when (!Stopping)
            {
                var wait = error is TurnFailedException failed ? failed.Wait : AfterError;
                LogAgain(wait, error);
                worker.Again = true;
                await Task.Delay(wait, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        while (!Leaves(conversation, worker));
    }

    /// <returns>Whether it was ours to work.</returns>
    private async Task<bool> WorkAsync(string conversation)
    {
        await _places.WaitAsync(_stopping.Token).ConfigureAwait(false);
        try
        {
            await using var taken = await locks.TryTakeAsync(conversation, _stopping.Token).ConfigureAwait(false);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(taken?.Lost ?? default, _stopped.Token);
            while (taken is not null && !Stopping && await ledger.ClaimAsync(conversation, stop.Token).ConfigureAwait(false) is { } turn)
            {
                await work.RunAsync(turn, stop.Token).ConfigureAwait(false);
            }

            return taken is not null;
        }
        finally
        {
            _places.Release();
        }
    }

    private bool Leaves(string conversation, ConversationWorker worker)
    {
        lock (_lock)
        {
            if (worker.Again && !Stopping)
            {
                worker.Again = false;
                return false;
            }

            return _workers.Remove(conversation);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _places.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "A conversation's work stopped; again in {Wait}.")]
    private partial void LogAgain(TimeSpan wait, Exception error);

    [LoggerMessage(LogLevel.Warning, "The record cannot be looked through for waiting turns.")]
    private partial void LogNoSweep(Exception error);
}
