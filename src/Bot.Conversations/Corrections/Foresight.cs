using System.Collections.Immutable;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Corrections;

/// <summary>Says which recorded answers an edit would touch. It only reads: what is not published yet is not seen by anyone.</summary>
internal static class Foresight
{
    public static async Task<ImmutableArray<ForeseenChange>> FindAsync(RecordContext context, IReadOnlyCollection<Article> articles, CancellationToken cancellationToken)
    {
        var now = articles.ToDictionary(article => article.Slug, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<ForeseenChange>();
        foreach (var slug in await context.Cited.Select(cited => cited.Slug).Distinct().Order().ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            var changes = now.GetValueOrDefault(slug) is { Status: ArticleStatus.Published } article
                ? await CorrectionFinder.ChangedAsync(context, ArticleVersion.Of(article), cancellationToken).ConfigureAwait(false)
                : await CorrectionFinder.AllAsync(context, slug, cancellationToken).ConfigureAwait(false);
            var earlier = await CorrectionFinder.EarlierAsync(context, slug, cancellationToken).ConfigureAwait(false);
            foreach (var change in changes.Where(change => !IsKnown(change, earlier)))
            {
                found.Add(await OfAsync(context, slug, change, cancellationToken).ConfigureAwait(false));
            }
        }

        return [.. found.Where(change => !change.Answers.IsEmpty)];
    }

    // An edit that editors have before them already is none of this one's.
    private static bool IsKnown(CorrectionFinder.Change change, Dictionary<string, EarlierCorrections> earlier) =>
        earlier.GetValueOrDefault(change.Cited)?.Same(change.Kind, change.NewWords) is { State: not CorrectionState.Overtaken };

    private static async Task<ForeseenChange> OfAsync(RecordContext context, string slug, CorrectionFinder.Change change, CancellationToken cancellationToken)
    {
        var quote = await context.Cited.Where(cited => cited.Id == change.Cited).Select(cited => cited.Quote).SingleAsync(cancellationToken).ConfigureAwait(false);
        var shown = await CorrectionFinder.ShownAsync(context, change.Cited, cancellationToken).ConfigureAwait(false);
        var turns = await context.Turns.Where(turn => shown.Contains(turn.Seq)).OrderBy(turn => turn.Seq).Select(turn => new { turn.Id, turn.Channel, turn.Text }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(slug, change.Kind, quote, change.NewWords, [.. turns.Select(turn => new ForeseenAnswer(new(turn.Id), turn.Channel, turn.Text))]);
    }
}

/// <summary>Cited words that would read differently.</summary>
/// <param name="Article">The article's slug.</param>
/// <param name="Kind">What would happen to them.</param>
/// <param name="OldWords">The words as they were cited.</param>
/// <param name="NewWords">The words that would stand in their place; empty when none would.</param>
/// <param name="Answers">The answers that cite them and that readers have; at least one.</param>
public sealed record ForeseenChange(string Article, CorrectionKind Kind, string OldWords, string NewWords, ImmutableArray<ForeseenAnswer> Answers);

/// <summary>An answer that cites words which would read differently.</summary>
/// <param name="Turn">The answer's turn.</param>
/// <param name="Channel">The channel it was shown in.</param>
/// <param name="Question">What was asked.</param>
public sealed record ForeseenAnswer(TurnId Turn, string Channel, string Question);
