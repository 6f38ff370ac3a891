using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records.Keeping;

/// <summary>Writes down what answers were made of: what is there is marked as seen, the rest is added.</summary>
internal sealed class SourceWriter(RecordStore store, RecordDatabase database, TimeProvider time)
{
    // Small bites, so that questions need not wait for the writing.
    private const int Bite = 100;

    // Processes that share the record write the same at the same time.
    private const string Turn = "sources";

    public async Task WriteAsync(SourceDocuments documents, CancellationToken cancellationToken)
    {
        foreach (var bite in documents.Versions.Chunk(Bite))
        {
            await store.InsistAsync((context, token) => AddAsync(context, bite, token), cancellationToken).ConfigureAwait(false);
        }

        foreach (var bite in documents.Parts.Chunk(Bite).Append([documents.Whole]))
        {
            await store.InsistAsync((context, token) => AddAsync(context, bite, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> AddAsync(RecordContext context, ArticleVersion[] versions, CancellationToken cancellationToken)
    {
        await database.AloneAsync(context, Turn, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var hashes = versions.Select(version => version.Hash).ToList();
        await context.Versions.Where(row => hashes.Contains(row.Hash)).ExecuteUpdateAsync(row => row.SetProperty(version => version.Seen, now), cancellationToken).ConfigureAwait(false);
        var there = await context.Versions.Where(row => hashes.Contains(row.Hash)).Select(row => row.Hash).ToListAsync(cancellationToken).ConfigureAwait(false);
        await context.AddOnceAsync(versions.Where(version => !there.Contains(version.Hash)).Select(version => AnswerEntry.RowOf(version, now)), cancellationToken).ConfigureAwait(false);
        return versions.Length;
    }

    private async Task<int> AddAsync(RecordContext context, KeptDocument[] documents, CancellationToken cancellationToken)
    {
        await database.AloneAsync(context, Turn, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var keys = documents.Select(document => document.Key).ToList();
        await context.Kept.Where(row => keys.Contains(row.Key)).ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Seen, now), cancellationToken).ConfigureAwait(false);
        var there = await context.Kept.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        context.Kept.AddRange(documents.Where(document => !there.Contains(document.Key)).Select(document => document.Row(now)));
        return await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
