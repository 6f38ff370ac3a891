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
    private static readonly EarlierCorrections Nothing = new([], Array.Empty<(Guid, long, TellingState)>().ToLookup(none => none.Item1, none => (none.Item2, none.Item3)));

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
        return await ListAsync(context, article.Slug, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The article is gone: all that answers cite of it is listed.</summary>
    public async Task<int> WithdrawAsync(RecordContext context, string slug, CancellationToken cancellationToken)
    {
        await context.LastSeen.Where(seen => seen.Slug == slug).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return await ListAsync(context, slug, await AllAsync(context, slug, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<List<Change>> ChangedAsync(RecordContext context, ArticleVersion now, CancellationToken cancellationToken)
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

    internal static async Task<List<Change>> AllAsync(RecordContext context, string slug, CancellationToken cancellationToken) =>
        (await context.Cited.Where(row => row.Slug == slug).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
        .ConvertAll(id => new Change(id, CorrectionKind.Withdrawn, ""));

    private async Task<int> ListAsync(RecordContext context, string slug, List<Change> changes, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(context, slug, cancellationToken).ConfigureAwait(false);
        var changed = changes.Select(change => change.Cited).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(
            from words in earlier
            where !changed.Contains(words.Key) && words.Value.Misled.Count > 0
            select new Change(words.Key, CorrectionKind.Restored, ""));
        var found = 0;
        foreach (var change in changes)
        {
            found += await ListAsync(context, change, earlier.GetValueOrDefault(change.Cited) ?? Nothing, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await OvertakeAsync(context, earlier, changes, cancellationToken).ConfigureAwait(false);
        return found;
    }

    internal static async Task<Dictionary<string, EarlierCorrections>> EarlierAsync(RecordContext context, string slug, CancellationToken cancellationToken)
    {
        var rows = await context.Corrections
            .Where(row => context.Cited.Any(cited => cited.Id == row.Cited && cited.Slug == slug))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var ids = rows.ConvertAll(row => row.Id);
        var tellings = (await context.Tellings
            .Where(telling => ids.Contains(telling.Correction))
            .Select(telling => new { telling.Correction, telling.Turn, telling.State })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false)).ToLookup(telling => telling.Correction, telling => (telling.Turn, telling.State));
        return rows.GroupBy(row => row.Cited, StringComparer.Ordinal).ToDictionary(of => of.Key, of => new EarlierCorrections(of, tellings), StringComparer.Ordinal);
    }

    private async Task<bool> ListAsync(RecordContext context, Change change, EarlierCorrections earlier, CancellationToken cancellationToken)
    {
        var correction = earlier.Same(change.Kind, change.NewWords);
        var concerned = change.Kind == CorrectionKind.Restored ? earlier.Misled : await ShownAsync(context, change.Cited, cancellationToken).ConfigureAwait(false);
        var answers = concerned.Except(correction is null ? [] : earlier.AnswersOf(correction)).ToList();
        var again = correction?.State == CorrectionState.Overtaken;
        if (answers.Count == 0 && !again)
        {
            return false;
        }

        if (correction is null)
        {
            correction = new()
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Cited = change.Cited,
                Kind = change.Kind,
                NewWords = change.NewWords,
                ChangeHash = earlier.HashOf(change.Kind, change.NewWords),
                Found = time.GetUtcNow(),
            };
            context.Corrections.Add(correction);
        }
        else
        {
            // Answers given since an earlier decision need a decision of their own.
            correction.State = CorrectionState.Found;
        }

        if (again)
        {
            await MoveAsync(context, correction.Id, TellingState.Spared, TellingState.Waiting, cancellationToken).ConfigureAwait(false);
        }

        context.Tellings.AddRange(answers.Select(turn => new TellingRow { Id = Guid.CreateVersion7(time.GetUtcNow()), Correction = correction.Id, Turn = turn }));
        return true;
    }

    // From the few citations to their turns: the other way round all turns would be looked at.
    internal static Task<List<long>> ShownAsync(RecordContext context, string cited, CancellationToken cancellationToken) =>
        context.Citations
            .Where(citation => citation.Cited == cited)
            .Join(context.Turns, citation => citation.Turn, turn => turn.Seq, (_, turn) => new { turn.Seq, turn.State })
            .Where(turn => turn.State == TurnState.Delivered || turn.State == TurnState.Uncertain)
            .Select(turn => turn.Seq)
            .Distinct()
            .ToListAsync(cancellationToken);

    /// <summary>What waited for a decision and is no longer so closes by itself.</summary>
    private static async Task OvertakeAsync(
        RecordContext context,
        Dictionary<string, EarlierCorrections> earlier,
        List<Change> changes,
        CancellationToken cancellationToken)
    {
        var now = changes.ToLookup(change => change.Cited, StringComparer.Ordinal);
        foreach (var (cited, known) in earlier)
        {
            var hashes = now[cited].Select(change => known.HashOf(change.Kind, change.NewWords)).ToList();
            foreach (var row in known.Open.Where(row => !hashes.Contains(row.ChangeHash)).ToList())
            {
                row.State = CorrectionState.Overtaken;
                await MoveAsync(context, row.Id, TellingState.Waiting, TellingState.Spared, cancellationToken).ConfigureAwait(false);
            }
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task<int> MoveAsync(RecordContext context, Guid correction, TellingState from, TellingState to, CancellationToken cancellationToken) =>
        context.Tellings
            .Where(telling => telling.Correction == correction && telling.State == from)
            .ExecuteUpdateAsync(row => row.SetProperty(telling => telling.State, to), cancellationToken);

    internal sealed record Change(string Cited, CorrectionKind Kind, string NewWords);
}
