using System.Security.Cryptography;
using System.Text;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Corrections;

/// <summary>Finds the cited words that read differently now, and the answers that cite them.</summary>
internal sealed class CorrectionFinder(TimeProvider time)
{
    /// <summary>Compares an article with what answers cite of it. Idempotent: a change that is listed is not listed again.</summary>
    /// <returns>How many corrections are new.</returns>
    public async Task<int> FindAsync(RecordContext context, Article article, CancellationToken cancellationToken)
    {
        var now = ArticleVersion.Of(article);
        var seen = await context.LastSeen.FindAsync([article.Slug], cancellationToken).ConfigureAwait(false);
        if (seen?.Hash == now.Hash)
        {
            return 0;
        }

        if (seen is null)
        {
            context.LastSeen.Add(new() { Slug = article.Slug, Hash = now.Hash, Status = article.Status });
        }
        else
        {
            (seen.Hash, seen.Status) = (now.Hash, article.Status);
        }

        var changes = article.Status == ArticleStatus.Published
            ? await ChangedAsync(context, now, cancellationToken).ConfigureAwait(false)
            : await AllAsync(context, article.Slug, cancellationToken).ConfigureAwait(false);
        return await ListAsync(context, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The article is gone: all that answers cite of it is listed.</summary>
    public async Task<int> WithdrawAsync(RecordContext context, string slug, CancellationToken cancellationToken)
    {
        await context.LastSeen.Where(seen => seen.Slug == slug).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return await ListAsync(context, await AllAsync(context, slug, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<Change>> ChangedAsync(RecordContext context, ArticleVersion now, CancellationToken cancellationToken)
    {
        var cited = await context.Cited.AsNoTracking().Where(row => row.Slug == now.Article.Slug).ToListAsync(cancellationToken).ConfigureAwait(false);
        var changes = new List<Change>();
        foreach (var ofVersion in cited.GroupBy(row => row.Version).Where(rows => rows.Key != now.Hash))
        {
            var document = await context.Versions.Where(version => version.Hash == ofVersion.Key).Select(version => version.Document).SingleAsync(cancellationToken).ConfigureAwait(false);
            var text = TextChange.Between(ArticleVersion.Read(document).Article.Text, now.Article.Text);
            changes.AddRange(
                from row in ofVersion
                let words = NewWords(row, text, now.Article)
                where words is not null
                select new Change(row.Id, CorrectionKind.Changed, words));
        }

        return changes;
    }

    private static string? NewWords(CitedRow row, TextChange text, Article now)
    {
        if (row.Field is { } field)
        {
            return now.WordsOf(field) is var words && words == row.Quote ? null : words ?? "";
        }

        return text.Keeps(new(row.SentenceStart, row.SentenceEnd)) ? null : text.NewWords(new(row.Start, row.End));
    }

    private static async Task<List<Change>> AllAsync(RecordContext context, string slug, CancellationToken cancellationToken) =>
        (await context.Cited.Where(row => row.Slug == slug).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
        .ConvertAll(id => new Change(id, CorrectionKind.Withdrawn, ""));

    private async Task<int> ListAsync(RecordContext context, List<Change> changes, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var change in changes)
        {
            found += await ListAsync(context, change, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    private async Task<bool> ListAsync(RecordContext context, Change change, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{change.Kind}\n{change.NewWords}")))[..32];
        var correction = await context.Corrections.FirstOrDefaultAsync(row => row.Cited == change.Cited && row.ChangeHash == hash, cancellationToken).ConfigureAwait(false);
        var known = correction is null
            ? []
            : await context.Tellings.Where(telling => telling.Correction == correction.Id).Select(telling => telling.Turn).ToListAsync(cancellationToken).ConfigureAwait(false);

        // From the few citations to their turns: the other way round all turns would be looked at.
        var shown = await context.Citations
            .Where(citation => citation.Cited == change.Cited)
            .Join(context.Turns, citation => citation.Turn, turn => turn.Seq, (_, turn) => new { turn.Seq, turn.State })
            .Where(turn => turn.State == TurnState.Delivered || turn.State == TurnState.Uncertain)
            .Select(turn => turn.Seq)
            .Distinct()
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var answers = shown.Except(known).ToList();
        if (answers.Count == 0)
        {
            return false;
        }

        // Answers given since an earlier decision need a decision of their own.
        if (correction is null)
        {
            correction = new() { Id = Guid.CreateVersion7(time.GetUtcNow()), Cited = change.Cited, Kind = change.Kind, NewWords = change.NewWords, ChangeHash = hash, Found = time.GetUtcNow() };
            context.Corrections.Add(correction);
        }
        else
        {
            correction.State = CorrectionState.Found;
        }

        context.Tellings.AddRange(answers.Select(turn => new TellingRow { Id = Guid.CreateVersion7(time.GetUtcNow()), Correction = correction.Id, Turn = turn }));
        return true;
    }

    private sealed record Change(string Cited, CorrectionKind Kind, string NewWords);
}
