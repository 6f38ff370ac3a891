using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Corrections;

/// <summary>Tells readers of approved corrections, each once, also across restarts.</summary>
internal sealed partial class CorrectionMessenger(
    RecordStore store,
    RecordKeys keys,
    ChannelBook channels,
    Courier courier,
    IConversationLocks locks,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<CorrectionMessenger> logger) : BackgroundService
{
    private readonly SemaphoreSlim _awake = new(1);

    /// <summary>Something was approved.</summary>
    public void Wake() => _awake.Release();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // One process at a time: what it finds in mid-telling was left there by a dead one.
                await using var alone = await locks.TryTakeAsync("corrections", stoppingToken).ConfigureAwait(false);
                if (alone is not null)
                {
                    using var stop = CancellationTokenSource.CreateLinkedTokenSource(alone.Lost, stoppingToken);
                    await TellAllAsync(stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogAgain(error);
            }

            Task wait = _awake.WaitAsync(options.Value.SweepEvery * 10, stoppingToken);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TellAllAsync(CancellationToken cancellationToken)
    {
        await store.InsistAsync(
            (context, token) => context.Tellings
                .Where(telling => telling.State == TellingState.Telling)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(telling => telling.State, TellingState.Uncertain).SetProperty(telling => telling.Note, "Bot stopped while it was being sent."),
                    token),
            cancellationToken).ConfigureAwait(false);
        var waiting = await store.ReadAsync(
            (context, token) => context.Tellings
                .Where(telling => telling.State == TellingState.Waiting)
                .Join(context.Corrections.Where(row => row.State == CorrectionState.Approved), telling => telling.Correction, row => row.Id, (telling, correction) => new { telling, correction })
                .Join(context.Turns, waits => waits.telling.Turn, turn => turn.Seq, (waits, turn) => new { waits.telling, waits.correction, turn })
                .Join(context.Cited, waits => waits.correction.Cited, cited => cited.Id, (waits, cited) => new { waits.telling, waits.correction, waits.turn, cited.Quote })
                .Where(waits => channels.Names.Contains(waits.turn.Channel))
                .OrderBy(waits => waits.correction.Decided)
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        foreach (var one in waiting)
        {
            one.telling.Words ??= CorrectionWords.Of(one.correction, one.Quote, await LanguageAsync(one.turn, cancellationToken).ConfigureAwait(false));
            await TellAsync(one.telling, one.turn, cancellationToken).ConfigureAwait(false);
        }
    }

    // The reader's own where it is known, else the answer's.
    private async Task<string?> LanguageAsync(TurnRow turn, CancellationToken cancellationToken) =>
        turn.Locale ?? await store.ReadAsync(
            async (context, token) =>
                await context.Answers.Where(answer => answer.Turn == turn.Seq).Select(answer => answer.Document).FirstOrDefaultAsync(token).ConfigureAwait(false) is { } answer
                    ? RecordJson.LanguageOf(answer)
                    : null,
            cancellationToken).ConfigureAwait(false);

    private async Task TellAsync(TellingRow telling, TurnRow turn, CancellationToken cancellationToken)
    {
        if (turn.MessageId is not { } message)
        {
            await MoveAsync(telling, TellingState.Unreachable, "Its message has no name, or nobody knows whether it was shown.", cancellationToken).ConfigureAwait(false);
            return;
        }

        var key = await keys.OpenAsync(cancellationToken).ConfigureAwait(false);
        var channel = channels.Of(turn.Channel);
        var delivery = new Delivery
        {
            Key = new TurnId(telling.Id).ToString(),
            Turn = new(turn.Id),
            EventId = turn.EventId,
            Place = new(key.Open(turn.Address), turn.Private),
            Said = new Said.Correction(telling.Words!),
            Deadline = turn.Deadline,
            FirstTried = telling.FirstTried,
        };
        var recognised = channel.RecognisesRepeat(delivery with { FirstTried = null });
        if (recognised)
        {
            await MoveAsync(telling, TellingState.Waiting, null, cancellationToken).ConfigureAwait(false);
        }

        var permit = recognised
            ? null
            : new SendPermit(token => MoveAsync(telling, TellingState.Telling, null, token), token => MoveAsync(telling, TellingState.Waiting, null, token));
        var fate = await courier.BringAsync(channel, delivery, (one, token) => channel.EditAsync(one, message, token), permit, cancellationToken, cancellationToken).ConfigureAwait(false);
        var state = fate.Kind switch
        {
            FateKind.Shown => TellingState.Told,
            FateKind.Refused => TellingState.Unreachable,
            _ => TellingState.Uncertain,
        };
        await MoveAsync(telling, state, fate.Reason, cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> MoveAsync(TellingRow telling, TellingState state, string? note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.InsistAsync(
            async (context, token) => await context.Tellings
                .Where(row => row.Id == telling.Id)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(found => found.State, state)
                        .SetProperty(found => found.Note, note)
                        .SetProperty(found => found.Words, telling.Words)
                        .SetProperty(found => found.FirstTried, found => found.FirstTried ?? now),
                    token)
                .ConfigureAwait(false) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _awake.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "Corrections wait: they could not be told.")]
    private partial void LogAgain(Exception error);
}
