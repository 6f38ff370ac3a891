using System.Collections.Immutable;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Corrections;

/// <summary>Follows the answers when the words they cite change: lists them for editors, and tells readers what an editor approves.</summary>
public sealed class AnswerCorrections
{
    private readonly RecordStore _store;
    private readonly CorrectionFinder _finder;
    private readonly CorrectionMessenger _messenger;
    private readonly TimeProvider _time;

    internal AnswerCorrections(RecordStore store, CorrectionFinder finder, CorrectionMessenger messenger, TimeProvider time) =>
        (_store, _finder, _messenger, _time) = (store, finder, messenger, time);

    /// <summary>
    /// Compares the articles, as they are now, with what answers cite of them; call it whenever one changes. An article that is no longer among
    /// them, or no longer published, counts as withdrawn.
    /// </summary>
    /// <returns>How many corrections are new.</returns>
    public async Task<int> ObserveAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken)
    {
        var seen = await _store.ReadAsync(
            (context, token) => context.LastSeen.ToDictionaryAsync(row => row.Slug, row => row.Hash, token),
            cancellationToken).ConfigureAwait(false);
        var found = 0;
        foreach (var some in articles.Where(article => seen.GetValueOrDefault(article.Slug) != ArticleVersion.Of(article).Hash).Chunk(UncitedArticles.Most))
        {
            var cited = await _store.InsistAsync((context, token) => UncitedArticles.NoteAsync(context, some, token), cancellationToken).ConfigureAwait(false);
            foreach (var article in some.Where(article => cited.Contains(article.Slug)))
            {
                found += await _store.InsistAsync((context, token) => _finder.FindAsync(context, article, token), cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var slug in seen.Keys.Except(articles.Select(article => article.Slug), StringComparer.Ordinal))
        {
            found += await _store.InsistAsync((context, token) => _finder.WithdrawAsync(context, slug, token), cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>
    /// Which recorded answers would be touched if the articles were published as they are here. Nothing is written: for editors, before they publish.
    /// </summary>
    /// <param name="articles">The articles as they would be; one that is missing, or not published, counts as withdrawn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The words that would read differently; those that wait for an editor's decision already, or had it, are not among them.</returns>
    public Task<ImmutableArray<ForeseenChange>> ForeseeAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken) =>
        _store.ReadAsync((context, token) => Foresight.FindAsync(context, articles, token), cancellationToken);

    /// <summary>The corrections in a state, newest first.</summary>
    public Task<ImmutableArray<Correction>> ListAsync(CorrectionState state, int count, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var rows = await context.Corrections
                    .Where(row => row.State == state)
                    .OrderByDescending(row => row.Found)
                    .Take(count)
                    .Join(context.Cited, row => row.Cited, cited => cited.Id, (row, cited) => new { row, cited.Slug, cited.Quote })
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                var ids = rows.Select(found => found.row.Id).ToList();
                var tellings = await context.Tellings
                    .Where(telling => ids.Contains(telling.Correction))
                    .Join(context.Turns, telling => telling.Turn, turn => turn.Seq, (telling, turn) => new { telling, turn.Id, turn.Channel, turn.MessageId })
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                var told = tellings.ToLookup(shown => shown.telling.Correction, shown => new Telling(new(shown.Id), shown.Channel, shown.MessageId, shown.telling.State, shown.telling.Note));
                return rows.Select(found => Of(found.row, found.Slug, found.Quote, [.. told[found.row.Id]])).ToImmutableArray();
            },
            cancellationToken);

    /// <summary>What the reader of an answer was told of corrections, oldest first: whole lines, "Corrected on DATE: …", in the reader's language.</summary>
    public Task<ImmutableArray<string>> ToldAsync(TurnId turn, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var told = await context.Tellings
                    .Where(telling => telling.State == TellingState.Told && telling.Words != null)
                    .Join(context.Turns.Where(row => row.Id == turn.Value), telling => telling.Turn, row => row.Seq, (telling, _) => new { telling.FirstTried, telling.Words })
                    .OrderBy(telling => telling.FirstTried)
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                return told.Select(telling => telling.Words!).ToImmutableArray();
            },
            cancellationToken);

    /// <summary>Approves a correction: the readers of its answers are told once.</summary>
    /// <param name="correction">Its name.</param>
    /// <param name="wording">What to say after "Corrected on DATE: "; <see langword="null"/> for the old and new words, in each reader's language.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there was such an undecided correction.</returns>
    public async Task<bool> ApproveAsync(Guid correction, string? wording, string by, CancellationToken cancellationToken)
    {
        var decided = await DecideAsync(correction, CorrectionState.Approved, wording, by, cancellationToken).ConfigureAwait(false);
        _messenger.Wake();
        return decided;
    }

    /// <summary>Marks the edit as minor: nobody is told.</summary>
    /// <returns>Whether there was such an undecided correction.</returns>
    public Task<bool> MarkMinorAsync(Guid correction, string by, CancellationToken cancellationToken) =>
        DecideAsync(correction, CorrectionState.Minor, null, by, cancellationToken);

    private Task<bool> DecideAsync(Guid id, CorrectionState state, string? wording, string by, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async (context, token) =>
            {
                var correction = await context.Corrections.FirstOrDefaultAsync(row => row.Id == id && row.State == CorrectionState.Found, token).ConfigureAwait(false);
                if (correction is null)
                {
                    return false;
                }

                (correction.State, correction.By, correction.Decided, correction.Wording) = (state, by, _time.GetUtcNow(), wording);
                await context.SaveChangesAsync(token).ConfigureAwait(false);
                if (state == CorrectionState.Minor)
                {
                    await context.Tellings
                        .Where(telling => telling.Correction == id && telling.State == TellingState.Waiting)
                        .ExecuteUpdateAsync(row => row.SetProperty(telling => telling.State, TellingState.Spared), token)
                        .ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken);

    private static Correction Of(CorrectionRow row, string slug, string quote, ImmutableArray<Telling> tellings) => new()
    {
        Id = row.Id,
        Article = slug,
        Kind = row.Kind,
        OldWords = quote,
        NewWords = row.NewWords,
        Found = row.Found,
        State = row.State,
        Wording = row.Wording,
        Tellings = tellings,
    };
}
