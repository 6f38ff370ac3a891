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
        var standing = await Standing.OfAsync(context, turn, _options, cancellationToken).ConfigureAwait(false);
        var admission =
            await RepeatedAsync(context, turn, standing.Same, cancellationToken).ConfigureAwait(false)
            ?? (standing.IsBlocked ? new Admission.Blocked() : null)
            ?? Over(standing.OfAsker, LimitedBy.Asker)
            ?? Over(standing.OfConversation, LimitedBy.Conversation)
            ?? await everybody.OverAsync(context, cancellationToken).ConfigureAwait(false)
            ?? (standing.Waiting >= _options.MostWaiting ? new Admission.Full(WhenFull) : null);
        if (admission is not null)
        {
            return admission;
        }

        context.Turns.Add(turn);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Admission.Accepted(new(turn.Id));
    }

    private static async Task<Admission?> RepeatedAsync(RecordContext context, TurnRow turn, Guid? same, CancellationToken cancellationToken)
    {
        if (same is not { } id)
        {
            return null;
        }

        // Counted, so that a first attempt whose word was lost is not withdrawn behind the back of this acknowledgement.
        var counted = await context.Turns
            .Where(row => row.Channel == turn.Channel && row.EventId == turn.EventId)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.Repeats, found => found.Repeats + 1), cancellationToken)
            .ConfigureAwait(false);
        return counted > 0 ? new Admission.Repeated(new(id)) : null;
    }

    private Admission.TooFast? Over(long? blocking, LimitedBy whose) =>
        blocking is { } asked && DateTimeOffset.FromUnixTimeMilliseconds(asked) + RecentQuestions.Window - time.GetUtcNow() is var wait && wait > TimeSpan.Zero
            ? new(whose, wait)
            : null;
}
