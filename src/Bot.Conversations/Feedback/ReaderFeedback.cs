using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Feedback;

/// <summary>What readers think of answers, and what no article answers.</summary>
public sealed class ReaderFeedback
{
    private const int LongestReason = 2_000;

    // A message is looked for among a conversation's latest turns, which an index lists: groups may have asked for years.
    private const int Looked = 2_000;

    private readonly RecordStore _store;
    private readonly RecordKeys _keys;
    private readonly RecordedTurns _turns;
    private readonly TimeProvider _time;

    internal ReaderFeedback(RecordStore store, RecordKeys keys, RecordedTurns turns, TimeProvider time) =>
        (_store, _keys, _turns, _time) = (store, keys, turns, time);

    /// <summary>A reader's word on an answer; a later one of the same reader replaces it.</summary>
    /// <returns>Whether the record has such an answer.</returns>
    public async Task<bool> GiveAsync(TurnId turn, string asker, bool up, string? reason, CancellationToken cancellationToken)
    {
        var key = await _keys.InsistAsync(cancellationToken).ConfigureAwait(false);
        return await _store.InsistAsync(
            async (context, token) =>
            {
                var found = await context.Turns.Where(row => row.Id == turn.Value && row.Answer != null).Select(row => new { row.Seq, row.Channel }).FirstOrDefaultAsync(token).ConfigureAwait(false);
                if (found is null)
                {
                    return false;
                }

                var by = key.Asker(found.Channel, asker);
                await context.Feedback.Where(row => row.Turn == found.Seq && row.Asker == by).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.Feedback.Add(new()
                {
                    Turn = found.Seq,
                    Asker = by,
                    Up = up,
                    Reason = reason is { Length: > LongestReason } ? reason[..LongestReason] : reason,
                    At = _time.GetUtcNow(),
                });
                await context.SaveChangesAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A reader's word on an answer that is known by its message, or on a conversation's latest answer.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="conversation">The channel's name of the conversation.</param>
    /// <param name="messageId">What the channel calls the message; <see langword="null"/> means the latest that was shown.</param>
    /// <param name="asker">The channel's name of who says it.</param>
    /// <param name="up">Whether it is good.</param>
    /// <param name="reason">The reader's reason.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the record has such an answer.</returns>
    public async Task<bool> GiveAsync(string channel, string conversation, string? messageId, string asker, bool up, string? reason, CancellationToken cancellationToken)
    {
        var hash = (await _keys.OpenAsync(cancellationToken).ConfigureAwait(false)).Conversation(channel, conversation);
        var turn = await _store.ReadAsync(
            (context, token) => context.Turns
                .Where(row => row.Conversation == hash)
                .OrderByDescending(row => row.Seq)
                .Take(Looked)
                .Where(row => row.State == TurnState.Delivered && (messageId == null || row.MessageId == messageId))
                .OrderByDescending(row => row.Seq)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);
        return turn is { } found && await GiveAsync(new TurnId(found), asker, up, reason, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What readers said, newest first.</summary>
    /// <param name="up">Only the good (<see langword="true"/>) or the bad (<see langword="false"/>).</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ImmutableArray<GivenFeedback>> ListAsync(bool? up, int count, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var rows = await context.Feedback
                    .Where(row => up == null || row.Up == up)
                    .OrderByDescending(row => row.At)
                    .Take(count)
                    .Join(context.Turns, row => row.Turn, turn => turn.Seq, (row, turn) => new GivenFeedback(new TurnId(turn.Id), turn.Text, turn.Answer!.Text, row.Up, row.Reason, row.At))
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                return rows.ToImmutableArray();
            },
            cancellationToken);

    /// <summary>An answer as a test case in YAML, for an editor to complete; <see langword="null"/> when the record does not have it.</summary>
    public async Task<string?> TestCaseAsync(TurnId turn, CancellationToken cancellationToken)
    {
        var row = await _store.ReadAsync((context, token) => context.Turns.FirstOrDefaultAsync(found => found.Id == turn.Value, token), cancellationToken).ConfigureAwait(false);
        var found = await _turns.FindAsync(turn, cancellationToken).ConfigureAwait(false);
        return row is null || found?.Answer is not { } answer ? null : TestCase.Of(row, answer, await ReasonsAsync(row.Seq, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What readers ask that no article answers: questions of like words together, the most asked first.</summary>
    public async Task<ImmutableArray<UnansweredGroup>> UnansweredAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        string[] outcomes = [nameof(Answer.NotStated), nameof(Answer.NothingFound)];
        var turns = await _store.ReadAsync(
            (context, token) => context.Answers
                .Where(answer => outcomes.Contains(answer.Outcome) && answer.Made >= since)
                .OrderByDescending(answer => answer.Made)
                .Take(UnansweredGroups.Most)
                .Join(context.Turns, answer => answer.Turn, turn => turn.Seq, (_, turn) => new UnansweredQuestion(new TurnId(turn.Id), turn.Text, turn.Received))
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        return UnansweredGroups.Of(turns);
    }

    private Task<List<string>> ReasonsAsync(long turn, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            (context, token) => context.Feedback.Where(row => row.Turn == turn && row.Reason != null).OrderBy(row => row.At).Select(row => row.Reason!).ToListAsync(token),
            cancellationToken);
}

/// <summary>A reader's word on an answer.</summary>
/// <param name="Turn">The answer's turn.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Up">Whether it was good.</param>
/// <param name="Reason">The reader's reason.</param>
/// <param name="At">When.</param>
public sealed record GivenFeedback(TurnId Turn, string Question, string Answer, bool Up, string? Reason, DateTimeOffset At);
