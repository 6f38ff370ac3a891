using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records;

/// <summary>Reads the record.</summary>
public sealed class RecordedTurns
{
    private readonly RecordStore _store;
    private readonly RecordKeys _keys;

    internal RecordedTurns(RecordStore store, RecordKeys keys) => (_store, _keys) = (store, keys);

    /// <summary>Opens the record with its key, and reads in it.</summary>
    /// <exception cref="InvalidDataException">The record was last used with another key.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await _keys.OpenAsync(cancellationToken).ConfigureAwait(false);
        await FindAsync(default(TurnId), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A turn; <see langword="null"/> when the record does not have it (any more).</summary>
    public Task<RecordedTurn?> FindAsync(TurnId turn, CancellationToken cancellationToken) => FindAsync(row => row.Id == turn.Value, cancellationToken);

    /// <summary>The turn of a channel's event; <see langword="null"/> when the record does not have it (any more).</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="eventId">The channel's event that asked the question.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<RecordedTurn?> FindAsync(string channel, string eventId, CancellationToken cancellationToken) =>
        FindAsync(row => row.Channel == channel && row.EventId == eventId, cancellationToken);

    /// <summary>A conversation's last turn whose answer its reader has; <see langword="null"/> when there is none since it was last forgotten.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="conversation">The channel's name of the conversation.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RecordedTurn?> LastAnsweredAsync(string channel, string conversation, CancellationToken cancellationToken)
    {
        var hash = (await _keys.OpenAsync(cancellationToken).ConfigureAwait(false)).Conversation(channel, conversation);
        return await _store.ReadAsync(
            async (context, token) =>
                await context.Turns.Include(row => row.Answer)
                    .Where(row => row.Conversation == hash && row.Answer != null && row.State == TurnState.Delivered)
                    .Where(row => !context.Forgotten.Any(forgotten => forgotten.Conversation == row.Conversation && forgotten.Through >= row.Seq))
                    .OrderByDescending(row => row.Seq)
                    .FirstOrDefaultAsync(token)
                    .ConfigureAwait(false) is { } row
                        ? await OfAsync(context, row, token).ConfigureAwait(false)
                        : null,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything that led to a turn's answer, as JSON; <see langword="null"/> when it has none.</summary>
    public Task<JsonDocument?> TraceAsync(TurnId turn, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
                await context.Turns.Where(row => row.Id == turn.Value && row.Answer != null).Select(row => row.Answer!.Trace).FirstOrDefaultAsync(token).ConfigureAwait(false)
                    is { } trace ? RecordJson.ToTrace(trace) : null,
            cancellationToken);

    /// <summary>Cited words with the article as it was when they were first cited; <see langword="null"/> when no answer cites them.</summary>
    /// <param name="citation">The citation's id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CitedWords?> CitedAsync(string citation, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var found = await context.Cited
                    .Where(cited => cited.Id == citation)
                    .Join(context.Versions, cited => cited.Version, version => version.Hash, (cited, version) => new { cited, version.Document })
                    .FirstOrDefaultAsync(token)
                    .ConfigureAwait(false);
                return found is null
                    ? null
                    : new CitedWords(citation, ArticleVersion.Read(found.Document).Article, new(found.cited.Start, found.cited.End), found.cited.Field, found.cited.Quote);
            },
            cancellationToken);

    /// <summary>The turns an operator should look at, newest first: deliveries of unknown fate, and refused ones.</summary>
    public Task<ImmutableArray<RecordedTurn>> AttentionAsync(int count, CancellationToken cancellationToken) =>
        ListAsync(turns => turns.Where(row => row.State == TurnState.Uncertain || row.State == TurnState.Failed), count, cancellationToken);

    /// <summary>The latest turns, newest first.</summary>
    public Task<ImmutableArray<RecordedTurn>> LatestAsync(int count, CancellationToken cancellationToken) => ListAsync(turns => turns, count, cancellationToken);

    internal Task<ImmutableArray<RecordedTurn>> ListAsync(Func<IQueryable<TurnRow>, IQueryable<TurnRow>> which, int count, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var rows = await which(context.Turns.Include(row => row.Answer)).OrderByDescending(row => row.Seq).Take(count).ToListAsync(token).ConfigureAwait(false);
                var turns = ImmutableArray.CreateBuilder<RecordedTurn>(rows.Count);
                foreach (var row in rows)
                {
                    turns.Add(await OfAsync(context, row, token).ConfigureAwait(false));
                }

                return turns.MoveToImmutable();
            },
            cancellationToken);

    private Task<RecordedTurn?> FindAsync(Expression<Func<TurnRow, bool>> which, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
                await context.Turns.Include(row => row.Answer).FirstOrDefaultAsync(which, token).ConfigureAwait(false) is { } row
                    ? await OfAsync(context, row, token).ConfigureAwait(false)
                    : null,
            cancellationToken);

    private static async Task<RecordedTurn> OfAsync(RecordContext context, TurnRow row, CancellationToken cancellationToken) => new()
    {
        Id = new(row.Id),
        Channel = row.Channel,
        Text = row.Text,
        State = row.State,
        Received = row.Received,
        Ended = row.Ended,
        Private = row.Private,
        Answer = row.Answer is { } answer ? await AnswerAsync(context, answer, cancellationToken).ConfigureAwait(false) : null,
        PromptVersion = row.Answer?.PromptVersion,
        MessageId = row.MessageId,
        Note = row.Note,
    };

    /// <summary>An answer as it was.</summary>
    internal static async Task<Answer> AnswerAsync(RecordContext context, AnswerRow row, CancellationToken cancellationToken)
    {
        var versions = new List<ArticleVersion>();
        var missing = new List<string>();
        foreach (var hash in row.Versions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ArticleVersion.TryFind(hash, out var version))
            {
                versions.Add(version);
            }
            else
            {
                missing.Add(hash);
            }
        }

        if (missing.Count > 0)
        {
            var documents = await context.Versions.Where(version => missing.Contains(version.Hash)).Select(version => version.Document).ToListAsync(cancellationToken).ConfigureAwait(false);
            versions.AddRange(documents.Select(ArticleVersion.Read));
        }

        return RecordJson.ToAnswer(row.Document, versions);
    }
}

/// <summary>Words that an answer cites, as they were.</summary>
/// <param name="Id">The citation's id.</param>
/// <param name="Article">The article as it was.</param>
/// <param name="Span">Where they stand in its text; empty for a field.</param>
/// <param name="Field">The front matter field they are of, if they are.</param>
/// <param name="Quote">The words.</param>
public sealed record CitedWords(string Id, Article Article, TextSpan Span, ArticleField? Field, string Quote);
