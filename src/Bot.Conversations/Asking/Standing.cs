using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Asking;

/// <summary>All that the record knows for and against a question, by one statement: each question asks for it while its reader waits.</summary>
internal sealed class Standing
{
    /// <summary>The turn that the same event has already.</summary>
    public Guid? Same { get; init; }

    /// <summary>Whether an editor blocked its asker.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>When the question came, in milliseconds of Unix time, that its asker's limit counts from; none while the limit is not reached.</summary>
    public long? OfAsker { get; init; }

    /// <summary>The same for its conversation's limit.</summary>
    public long? OfConversation { get; init; }

    /// <summary>Questions that wait for their answer.</summary>
    public long Waiting { get; init; }

    // "State" is compared as the index of open turns has it, so that they are counted there. The questions that must leave the window are found by
    // their places, not by their moments: the indexes are read as far as the limits and no further, however much was asked.
    public static async Task<Standing> OfAsync(RecordContext context, TurnRow turn, TurnOptions limits, CancellationToken cancellationToken)
    {
        var (beforeAsker, beforeConversation) = (limits.PerAsker - 1, limits.PerConversation - 1);
        var found = await context.Database.SqlQuery<Standing>(
            $"""
            SELECT
                (SELECT "Id" FROM turns WHERE "Channel" = {turn.Channel} AND "EventId" = {turn.EventId}) AS "Same",
                EXISTS (SELECT 1 FROM blocked WHERE "Asker" = {turn.Asker}) AS "IsBlocked",
                (SELECT "Received" FROM turns WHERE "Asker" = {turn.Asker} ORDER BY "Received" DESC LIMIT 1 OFFSET {beforeAsker}) AS "OfAsker",
                (SELECT "Received" FROM turns WHERE "Conversation" = {turn.Conversation} ORDER BY "Seq" DESC LIMIT 1 OFFSET {beforeConversation}) AS "OfConversation",
                (SELECT count(*) FROM turns WHERE "State" < 10) AS "Waiting"
            """).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found[0];
    }
}
