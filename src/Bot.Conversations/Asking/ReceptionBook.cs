using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Asking;

/// <summary>The reception's hand in the record: lets questions in and takes them out.</summary>
internal sealed class ReceptionBook(RecordStore store, RecordDatabase database, RecordKeys keys, Doorkeeper doorkeeper, TranscriptBook transcripts, TimeProvider time)
{
    /// <summary>A question as a row, not yet recorded.</summary>
    public async Task<TurnRow> RowAsync(IncomingQuestion question, CancellationToken cancellationToken)
    {
        var key = await keys.OpenAsync(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Channel = question.Channel,
            EventId = question.EventId,
            Conversation = key.Conversation(question.Channel, question.Conversation),
            Asker = key.Asker(question.Channel, question.Asker),
            Text = question.Text,
            Address = key.Seal(question.Place.Address),
            Private = question.Place.Private,
            History = question.History is { } history ? RecordJson.OfHistory(history) : null,
            Article = question.Article,
            Scope = question.Scope is { } scope ? RecordJson.OfScope(scope) : null,
            Locale = question.Locale,
            Asked = question.Asked,
            Received = now,
            Deadline = question.Deadline,
        };
    }

    /// <summary>Records it, or says what speaks against it.</summary>
    public async Task<Admission> AdmitAsync(TurnRow turn, Utterance? echo, CancellationToken cancellationToken)
    {
        try
        {
            return await store.WriteAsync((context, token) => AdmitAsync(context, turn, echo, token), cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException error) when (database.IsDuplicate(error))
        {
            // The same event came by two connections at once; the other one was first.
            return await store.WriteAsync((context, token) => AdmitAsync(context, turn, echo, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes a question out that may have been recorded although its reader was told to try again. Another process may work it already: as long as
    /// nothing of it can have been shown, that one finds its turn gone and stops.
    /// </summary>
    public Task<int> ForgetAsync(TurnRow turn, Utterance? echo, CancellationToken cancellationToken) =>
        store.InsistAsync(
            async (context, token) =>
            {
                await database.AloneAsync(context, turn.Conversation, token).ConfigureAwait(false);
                var forgotten = await context.Turns
                    .Where(row => row.Id == turn.Id && row.Repeats == 0)
                    .Where(row => row.State < TurnState.Answered || (row.State == TurnState.Answered && row.FirstTried == null))
                    .ExecuteDeleteAsync(token)
                    .ConfigureAwait(false);
                if (forgotten > 0 && echo is not null)
                {
                    // Not when something was said below it, such as that the reader should try again: what that is about must stand there.
                    await context.Transcripts
                        .Where(row => row.Conversation == turn.Conversation && row.Key == echo.Key)
                        .Where(row => !context.Transcripts.Any(later => later.Conversation == row.Conversation && later.Watermark > row.Watermark))
                        .ExecuteDeleteAsync(token)
                        .ConfigureAwait(false);
                }

                return forgotten;
            },
            cancellationToken);

    /// <summary>Withdraws a question unless its answer is on its way.</summary>
    public Task<(Withdrawal Withdrawal, TurnId Turn)> WithdrawAsync(string channel, string eventId, CancellationToken cancellationToken) =>
        store.InsistAsync((context, token) => WithdrawAsync(context, channel, eventId, token), cancellationToken);

    /// <summary>Moves a delivered turn to those that were taken back.</summary>
    public Task<bool> TakenBackAsync(TurnId turn, CancellationToken cancellationToken) =>
        store.InsistAsync(
            async (context, token) => await context.Turns
                .Where(row => row.Id == turn.Value && (row.State == TurnState.Delivered || row.State == TurnState.Apologised))
                .ExecuteUpdateAsync(row => row.SetProperty(found => found.State, TurnState.Cancelled), token)
                .ConfigureAwait(false) == 1,
            cancellationToken);

    private async Task<Admission> AdmitAsync(RecordContext context, TurnRow turn, Utterance? echo, CancellationToken cancellationToken)
    {
        var admission = await doorkeeper.AdmitAsync(context, turn, cancellationToken).ConfigureAwait(false);
        if (echo is not null && admission is Admission.Accepted or Admission.Repeated)
        {
            await transcripts.AddAsync(context, turn.Conversation, turn.Asker, [echo], cancellationToken).ConfigureAwait(false);
        }

        return admission;
    }

    private async Task<(Withdrawal Withdrawal, TurnId Turn)> WithdrawAsync(
        RecordContext context,
        string channel,
        string eventId,
        CancellationToken cancellationToken)
    {
        var ofEvent = context.Turns.Where(row => row.Channel == channel && row.EventId == eventId);
        if (await ofEvent.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } id)
        {
            return (Withdrawal.Unknown, default);
        }

        var now = time.GetUtcNow();
        var withdrawn = await ofEvent
            .Where(row => row.State < TurnState.Delivering || row.State == TurnState.Cancelled)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(turn => turn.State, TurnState.Cancelled)
                    .SetProperty(turn => turn.Epoch, turn => turn.Epoch + 1)
                    .SetProperty(turn => turn.Ended, now),
                cancellationToken)
            .ConfigureAwait(false);
        await database.TellOthersAsync(context, new(NoticeKind.Withdrawn, $"{channel}|{eventId}"), cancellationToken).ConfigureAwait(false);
        return (withdrawn > 0 ? Withdrawal.Withdrawn : Withdrawal.TooLate, new(id));
    }
}
