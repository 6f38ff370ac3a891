using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Transcripts;

/// <summary>Writes transcripts, within a transaction of whoever has something to say.</summary>
internal sealed class TranscriptBook(RecordDatabase database, TimeProvider time)
{
    /// <summary>Adds what is not there already.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="conversation">The conversation, hashed.</param>
    /// <param name="asker">Whose conversation it is, hashed.</param>
    /// <param name="said">What was said, in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AddAsync(RecordContext context, string conversation, string asker, IReadOnlyList<Utterance> said, CancellationToken cancellationToken)
    {
        await database.AloneAsync(context, conversation, cancellationToken).ConfigureAwait(false);
        var keys = said.Select(one => one.Key).ToArray();
        var entries = context.Transcripts.Where(row => row.Conversation == conversation);
        var known = await entries.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var last = await entries.MaxAsync(row => (long?)row.Watermark, cancellationToken).ConfigureAwait(false) ?? 0;
        var now = time.GetUtcNow();
        foreach (var one in said.DistinctBy(one => one.Key).Where(one => !known.Contains(one.Key)))
        {
            // Not merely the next number: after a reader had all deleted, those who follow must not take what is new for what they have.
            last = Math.Max(last + 1, now.ToUnixTimeMilliseconds());
            context.Transcripts.Add(new() { Conversation = conversation, Watermark = last, Key = one.Key, Asker = asker, Body = one.Body, At = now });
        }

        if (await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
            await database.TellOthersAsync(context, new(NoticeKind.Said, conversation), cancellationToken).ConfigureAwait(false);
        }
    }
}
