using Bot.Answering;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keeping;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bot.Conversations.Working;

/// <summary>
/// The workers' hand in the record. Whoever claims a turn raises its epoch, and every later write asks for that epoch: a worker that lost its
/// turn writes nothing any more.
/// </summary>
internal sealed class TurnLedger(RecordStore store, RecordDatabase database, ChannelBook channels, Doubts doubts, SourceKeeper keeper, TimeProvider time)
{
    private static readonly TimeSpan ReturnWithin = TimeSpan.FromSeconds(1);

    /// <summary>The conversations with something left to do, the longest waiting first.</summary>
    public Task<List<string>> WaitingAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            (context, token) => context.Turns
                .Where(turn => turn.State < TurnState.Delivered && channels.Names.Contains(turn.Channel))
                .GroupBy(turn => turn.Conversation)
                .OrderBy(turns => turns.Min(turn => turn.Seq))
                .Select(turns => turns.Key)
                .ToListAsync(token),
            cancellationToken);

    /// <summary>Claims the conversation's next turn; <see langword="null"/> when nothing is left to do.</summary>
    public async Task<TurnRow?> ClaimAsync(string conversation, CancellationToken cancellationToken)
    {
        while (await NextAsync(conversation, cancellationToken).ConfigureAwait(false) is { } turn)
        {
            if (doubts.Has(turn.Id))
            {
                // Its reader may be told to try again. Whoever doubts wakes the conversation once it is certain.
                return null;
            }

            if (await store.WriteOneAsync((context, token) => ClaimAsync(context, turn, token), cancellationToken).ConfigureAwait(false))
            {
                return turn;
            }
        }

        return null;
    }

    /// <summary>Writes the answer down.</summary>
    /// <returns>Whether the turn is still ours.</returns>
    /// <param name="turn">The turn.</param>
    /// <param name="answered">Its answer.</param>
    /// <param name="sends">Whether it is sent at once: by a channel that recognises repeats.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> AnswerAsync(TurnRow turn, AnsweredQuestion answered, bool sends, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entry = AnswerEntry.Of(turn.Seq, answered, now, keeper.KeyOf(answered.Sources));
        DateTimeOffset? tried = sends ? now : null;
        var attempts = 0;
        return await store.InsistAsync(
            async (context, token) =>
            {
                var ours = await MoveAsync(context, turn, TurnState.Answered, row => row.SetProperty(found => found.FirstTried, tried), token).ConfigureAwait(false);

                // A commit whose word was lost is repeated.
                var written = ours && attempts++ > 0 && await context.Answers.AnyAsync(answer => answer.Turn == turn.Seq, token).ConfigureAwait(false);
                if (ours && !written)
                {
                    await entry.AddAsync(context, token).ConfigureAwait(false);
                }

                return ours;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides that the turn gets an apology.</summary>
    public Task<bool> ApologiseAsync(TurnRow turn, ApologyReason reason, string? note, CancellationToken cancellationToken)
    {
        turn.Apology = reason;
        var now = time.GetUtcNow();
        return MoveAsync(
            turn,
            TurnState.Answered,
            row => row.SetProperty(found => found.Apology, reason).SetProperty(found => found.Note, note).SetProperty(found => found.FirstTried, now),
            cancellationToken);
    }

    /// <summary>Takes the permission to send, which a channel that recognises no repeats gets once.</summary>
    public Task<bool> SendAsync(TurnRow turn, CancellationToken cancellationToken) => MoveAsync(turn, TurnState.Delivering, _ => { }, cancellationToken);

    /// <summary>Gives the permission back: it was certainly not shown.</summary>
    public Task<bool> UnsendAsync(TurnRow turn, CancellationToken cancellationToken) => MoveAsync(turn, TurnState.Answered, _ => { }, cancellationToken);

    /// <summary>Gives the turn back as it was before, uncounted, if that is soon done: Bot is stopping.</summary>
    public async Task ReturnAsync(TurnRow turn)
    {
        using var soon = new CancellationTokenSource(ReturnWithin, time);
        Task returned = MoveAsync(turn, TurnState.Recorded, row => row.SetProperty(found => found.Attempts, turn.Attempts - 1), soon.Token);
        await returned.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends the turn.</summary>
    public Task<bool> EndAsync(TurnRow turn, TurnState state, string? messageId, string? note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.InsistOneAsync(
            async (context, token) =>
            {
                var ours = await MoveAsync(
                    context,
                    turn,
                    state,
                    row => row.SetProperty(found => found.Ended, now).SetProperty(found => found.MessageId, messageId).SetProperty(found => found.Note, found => note ?? found.Note),
                    token).ConfigureAwait(false);
                await database.TellOthersAsync(context, new(NoticeKind.Settled, new TurnId(turn.Id).ToString()), token).ConfigureAwait(false);
                return ours;
            },
            cancellationToken);
    }

    private Task<bool> MoveAsync(TurnRow turn, TurnState state, Action<UpdateSettersBuilder<TurnRow>> set, CancellationToken cancellationToken) =>
        store.InsistOneAsync((context, token) => MoveAsync(context, turn, state, set, token), cancellationToken);

    private static async Task<bool> MoveAsync(
        RecordContext context,
        TurnRow turn,
        TurnState state,
        Action<UpdateSettersBuilder<TurnRow>> set,
        CancellationToken cancellationToken)
    {
        var moved = await context.Turns
            .Where(row => row.Seq == turn.Seq && row.Epoch == turn.Epoch)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(found => found.State, state);
                    set(row);
                },
                cancellationToken)
            .ConfigureAwait(false);
        return moved == 1;
    }

    private Task<TurnRow?> NextAsync(string conversation, CancellationToken cancellationToken) =>
        store.ReadAsync(
            (context, token) => context.Turns
                .Where(row => row.Conversation == conversation && row.State < TurnState.Delivered)
                .OrderBy(row => row.Seq)
                .FirstOrDefaultAsync(token),
            cancellationToken);

    private static async Task<bool> ClaimAsync(RecordContext context, TurnRow turn, CancellationToken cancellationToken)
    {
        var begins = turn.State is TurnState.Recorded or TurnState.Answering;
        var (epoch, was, state, attempts) = (turn.Epoch, turn.State, begins ? TurnState.Answering : turn.State, turn.Attempts + (begins ? 1 : 0));
        var claimed = await context.Turns
            .Where(row => row.Seq == turn.Seq && row.Epoch == epoch && row.State == was)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(found => found.Epoch, epoch + 1)
                    .SetProperty(found => found.State, state)
                    .SetProperty(found => found.Attempts, attempts),
                cancellationToken)
            .ConfigureAwait(false);
        (turn.Epoch, turn.State, turn.Attempts) = (epoch + 1, state, attempts);
        return claimed == 1;
    }
}
