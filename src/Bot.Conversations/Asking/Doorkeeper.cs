using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Asking;

/// <summary>Lets questions into the record. The limits are counted from the record itself: a restart forgives nobody.</summary>
internal sealed class Doorkeeper(RecentQuestions everybody, IOptions<TurnOptions> options, TimeProvider time)
{
    private static readonly TimeSpan WhenFull = TimeSpan.FromSeconds(10);

    private readonly TurnOptions _options = options.Value;

    /// <summary>Adds the turn, unless it is there already or something speaks against it.</summary>
    public async Task<Admission> AdmitAsync(RecordContext context, TurnRow turn, CancellationToken cancellationToken)
    {
        var admission =
            await RepeatedAsync(context, turn, cancellationToken).ConfigureAwait(false)
            ?? await BlockedAsync(context, turn, cancellationToken).ConfigureAwait(false)
            ?? await TooFastAsync(context, turn, cancellationToken).ConfigureAwait(false)
            ?? await FullAsync(context, cancellationToken).ConfigureAwait(false);
        if (admission is not null)
        {
            return admission;
        }

        context.Turns.Add(turn);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Admission.Accepted(new(turn.Id));
    }

    private static async Task<Admission?> RepeatedAsync(RecordContext context, TurnRow turn, CancellationToken cancellationToken)
    {
        var same = context.Turns.Where(row => row.Channel == turn.Channel && row.EventId == turn.EventId);
        if (await same.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } id)
        {
            return null;
        }

        // Counted, so that a first attempt whose word was lost is not withdrawn behind the back of this acknowledgement.
        var counted = await same.ExecuteUpdateAsync(row => row.SetProperty(found => found.Repeats, found => found.Repeats + 1), cancellationToken).ConfigureAwait(false);
        return counted > 0 ? new Admission.Repeated(new(id)) : null;
    }

    private static async Task<Admission?> BlockedAsync(RecordContext context, TurnRow turn, CancellationToken cancellationToken) =>
        await context.Blocked.AnyAsync(row => row.Asker == turn.Asker, cancellationToken).ConfigureAwait(false) ? new Admission.Blocked() : null;

    private async Task<Admission?> TooFastAsync(RecordContext context, TurnRow turn, CancellationToken cancellationToken)
    {
        var ofAsker = context.Turns.Where(row => row.Asker == turn.Asker).OrderByDescending(row => row.Received);
        var ofConversation = context.Turns.Where(row => row.Conversation == turn.Conversation).OrderByDescending(row => row.Seq);
        return await OverAsync(ofAsker, LimitedBy.Asker, _options.PerAsker, cancellationToken).ConfigureAwait(false)
            ?? await OverAsync(ofConversation, LimitedBy.Conversation, _options.PerConversation, cancellationToken).ConfigureAwait(false)
            ?? await everybody.OverAsync(context, cancellationToken).ConfigureAwait(false);
    }

    // The question that must leave the window before another one fits. It is found by its place, not by its moment: the index is read as far as the
    // limit and no further, however much was asked.
    private async Task<Admission?> OverAsync(IOrderedQueryable<TurnRow> latest, LimitedBy whose, int limit, CancellationToken cancellationToken)
    {
        var blocking = await latest.Select(row => (DateTimeOffset?)row.Received).Skip(limit - 1).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return blocking + RecentQuestions.Window - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? new Admission.TooFast(whose, wait) : null;
    }

    private async Task<Admission?> FullAsync(RecordContext context, CancellationToken cancellationToken) =>
        await context.Turns.CountAsync(row => row.State < TurnState.Delivered, cancellationToken).ConfigureAwait(false) >= _options.MostWaiting
            ? new Admission.Full(WhenFull)
            : null;
}
