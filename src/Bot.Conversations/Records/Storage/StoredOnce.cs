using Bot.Conversations.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records.Storage;

/// <summary>
/// Adds what is stored once however many answers share it. Two processes may add the same at the same time: who comes second waits for the first,
/// and finds it there. They are added in one order everywhere, so that no two wait for each other.
/// </summary>
internal static class StoredOnce
{
    /// <summary>Adds versions of articles.</summary>
    public static async Task AddOnceAsync(this RecordContext context, IEnumerable<ArticleVersionRow> versions, CancellationToken cancellationToken)
    {
        foreach (var row in versions.OrderBy(row => row.Hash, StringComparer.Ordinal))
        {
            var seen = row.Seen.ToUnixTimeMilliseconds();
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO article_versions ("Hash", "Slug", "Document", "Seen") VALUES ({row.Hash}, {row.Slug}, {row.Document}, {seen}) ON CONFLICT DO NOTHING""",
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds cited words.</summary>
    public static async Task AddOnceAsync(this RecordContext context, IEnumerable<CitedRow> cited, CancellationToken cancellationToken)
    {
        foreach (var row in cited.OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            var field = (int?)row.Field;
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO cited ("Id", "Slug", "Version", "Field", "Start", "End", "SentenceStart", "SentenceEnd", "Quote")
                VALUES ({row.Id}, {row.Slug}, {row.Version}, {field}, {row.Start}, {row.End}, {row.SentenceStart}, {row.SentenceEnd}, {row.Quote})
                ON CONFLICT DO NOTHING
                """,
                cancellationToken).ConfigureAwait(false);
        }
    }
}
