using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Working;

/// <summary>Brings a turn's answer or apology to its reader: exactly once where the far side recognises repeats, else at most once.</summary>
internal sealed partial class TurnDelivery(
    TurnLedger ledger,
    RecordStore store,
    RecordKeys keys,
    ChannelBook channels,
    Courier courier,
    Watchers<TurnId, AnswerStage> watchers,
    TimeProvider time,
    ILogger<TurnDelivery> logger)
{
    /// <summary>Whether the turn's channel recognises repeats.</summary>
    public async Task<bool> RecognisesRepeatsAsync(TurnRow turn, CancellationToken cancellationToken)
    {
        var delivery = await DeliveryAsync(turn, Apology(turn), cancellationToken).ConfigureAwait(false);
        return channels.Of(turn.Channel).RecognisesRepeat(delivery with { FirstTried = null });
    }

    /// <summary>Where stages are told.</summary>
    public async Task<StageTeller> ProgressAsync(TurnRow turn, Watchers<TurnId, AnswerStage> watching, CancellationToken cancellationToken) =>
        new(new(turn.Id), await PlaceAsync(turn, cancellationToken).ConfigureAwait(false), channels.Of(turn.Channel), watching, logger);

    /// <summary>Delivers the turn, which is answered.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="answer">Its answer when it was made just now; else the record's.</param>
    /// <param name="withdrawn">The reader took the question back.</param>
    /// <param name="cancellationToken">Bot is stopping, or the conversation is no longer ours.</param>
    public async Task RunAsync(TurnRow turn, Answer? answer, CancellationToken withdrawn, CancellationToken cancellationToken)
    {
        var recognised = await RecognisesRepeatsAsync(turn, cancellationToken).ConfigureAwait(false);
        var maybeSent = recognised && turn.FirstTried is not null;
        if (turn.Apology is null && !maybeSent && turn.Deadline <= time.GetUtcNow()
            && !await ledger.ApologiseAsync(turn, ApologyReason.TooLate, "The deadline passed before it was shown.", cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var said = await SaidAsync(turn, answer, cancellationToken).ConfigureAwait(false);
        var delivery = await DeliveryAsync(turn, said, cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(withdrawn, cancellationToken);
        try
        {
            var channel = channels.Of(turn.Channel);
            var permit = recognised ? null : new SendPermit(token => ledger.SendAsync(turn, token), token => ledger.UnsendAsync(turn, token));
            using var span = TurnSpans.Deliver(turn);
            var started = time.GetTimestamp();
            var fate = await courier.BringAsync(channel, delivery, channel.DeliverAsync, permit, stop.Token, cancellationToken).ConfigureAwait(false);
            TurnMetrics.Delivered(turn.Channel, time.GetElapsedTime(started));
            span?.SetTag("bot.fate", fate.Kind.ToString());
            await SettleAsync(turn, fate, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (withdrawn.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await EndAsync(turn, TurnState.Cancelled, null, null, cancellationToken).ConfigureAwait(false);
            await TakeBackAsync(turn, null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the turn, and tells those who watch.</summary>
    /// <returns>Whether it was still ours.</returns>
    public async Task<bool> EndAsync(TurnRow turn, TurnState state, string? messageId, string? note, CancellationToken cancellationToken)
    {
        var ours = await ledger.EndAsync(turn, state, messageId, note, cancellationToken).ConfigureAwait(false);
        watchers.Changed(new(turn.Id));
        if (ours || state == TurnState.Cancelled)
        {
            TurnMetrics.Ended(turn, state, time.GetUtcNow() - turn.Received);
        }

        if (ours && state is TurnState.Uncertain or TurnState.Failed)
        {
            LogAttention(new(turn.Id), turn.Channel, state, note);
        }

        return ours;
    }

    /// <summary>
    /// Ends a turn that was being sent when Bot stopped. Nobody knows whether its reader has the answer, and it must not come twice: they are told to
    /// ask again if they miss it, once.
    /// </summary>
    public async Task EndInterruptedAsync(TurnRow turn, CancellationToken cancellationToken)
    {
        if (await EndAsync(turn, TurnState.Uncertain, null, "Bot stopped while it was being sent.", cancellationToken).ConfigureAwait(false))
        {
            var apology = await DeliveryAsync(turn, new Said.Apology(ApologyReason.Interrupted, turn.Locale), cancellationToken).ConfigureAwait(false);
            await courier.TellAsync(channels.Of(turn.Channel), apology, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes back what was shown of a withdrawn turn; best effort.</summary>
    public async Task TakeBackAsync(TurnRow turn, string? messageId, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(turn, cancellationToken).ConfigureAwait(false);
        await courier.TakeBackAsync(channels.Of(turn.Channel), place, messageId, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(TurnRow turn, Fate fate, CancellationToken cancellationToken)
    {
        var state = fate.Kind switch
        {
            FateKind.Shown when turn.Apology is not null => TurnState.Apologised,
            FateKind.Shown => TurnState.Delivered,
            FateKind.Refused => TurnState.Failed,
            FateKind.Unknown => TurnState.Uncertain,
            _ => (TurnState?)null,
        };
        if (state is not { } ended)
        {
            return;
        }

        var ours = await EndAsync(turn, ended, fate.MessageId, fate.Reason, cancellationToken).ConfigureAwait(false);
        if (!ours && fate.Kind == FateKind.Shown)
        {
            // The reader took the question back while the answer was on its way.
            await TakeBackAsync(turn, fate.MessageId, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Said> SaidAsync(TurnRow turn, Answer? answer, CancellationToken cancellationToken)
    {
        if (turn.Apology is not null)
        {
            return Apology(turn);
        }

        return new Said.Reply(answer ?? await store.ReadAsync(
            async (context, token) =>
                await RecordedTurns.AnswerAsync(context, await context.Answers.SingleAsync(row => row.Turn == turn.Seq, token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false));
    }

    private async Task<Delivery> DeliveryAsync(TurnRow turn, Said said, CancellationToken cancellationToken) => new()
    {
        Key = new TurnId(turn.Id).ToString(),
        Turn = new(turn.Id),
        EventId = turn.EventId,
        Place = await PlaceAsync(turn, cancellationToken).ConfigureAwait(false),
        Said = said,
        Deadline = turn.Deadline,
        FirstTried = turn.FirstTried,
    };

    private static Said.Apology Apology(TurnRow turn) => new(turn.Apology ?? ApologyReason.Failed, turn.Locale);

    private async Task<Place> PlaceAsync(TurnRow turn, CancellationToken cancellationToken)
    {
        var key = await keys.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new(key.Open(turn.Address), turn.Private);
    }

    [LoggerMessage(LogLevel.Warning, "Turn {Turn} by {Channel} is {State}: {Reason}")]
    private partial void LogAttention(TurnId turn, string channel, TurnState state, string? reason);
}
