using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Corrections;

/// <summary>
/// The articles that no answer cites: nothing of them can need a correction, and many are noted at once. At the first start over thousands of
/// articles they are all.
/// </summary>
internal static class UncitedArticles
{
    /// <summary>How many at once; what readers write meanwhile waits no longer than a few of their own writes take.</summary>
    public const int Most = 250;

    /// <summary>Notes how they are now.</summary>
    /// <returns>Those that are not noted, as answers cite them.</returns>
    public static async Task<HashSet<string>> NoteAsync(RecordContext context, IReadOnlyCollection<Article> articles, CancellationToken cancellationToken)
    {
        var slugs = articles.Select(article => article.Slug).ToList();
        var cited = await context.Cited.Where(row => slugs.Contains(row.Slug)).Select(row => row.Slug).Distinct().ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        var seen = await context.LastSeen.Where(row => slugs.Contains(row.Slug)).ToDictionaryAsync(row => row.Slug, cancellationToken).ConfigureAwait(false);
        foreach (var article in articles.Where(article => !cited.Contains(article.Slug)))
        {
            if (!seen.TryGetValue(article.Slug, out var row))
            {
                row = new LastSeenRow { Slug = article.Slug, Hash = "", Status = article.Status };
                context.LastSeen.Add(row);
            }

            (row.Hash, row.Status) = (ArticleVersion.Of(article).Hash, article.Status);
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return cited;
    }
}
