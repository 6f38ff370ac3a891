using System.Runtime.CompilerServices;
using Bot.Answering.Tracing;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Transcripts;
using Bot.Conversations.Watching;
using Bot.Conversations.Working;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Asking;

/// <summary>Where channels hand questions in, take them back, and watch what becomes of them.</summary>
public sealed partial class Reception
{
    // Only for those whose notice was lost: who waits is told otherwise.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    private readonly ReceptionBook _book;
    private readonly ConversationWorkers _workers;
    private readonly RunningTurns _running;
    private readonly Doubts _doubts;
    private readonly TurnOrigins _origins;
    private readonly Watchers<TurnId, AnswerStage> _watchers;
    private readonly Watchers<string, string> _followers;
    private readonly RecordedTurns _turns;
    private readonly TurnOptions _options;
    private readonly TimeSpan _recordWithin;
    private readonly TimeProvider _time;
    private readonly ILogger<Reception> _logger;

    internal Reception(
        ReceptionBook book,
        ConversationWorkers workers,
        RunningTurns running,
        Doubts doubts,
        TurnOrigins origins,
        Watchers<TurnId, AnswerStage> watchers,
        Watchers<string, string> followers,
        RecordedTurns turns,
        IOptions<TurnOptions> options,
        IOptions<RecordOptions> record,
        TimeProvider time,
        ILogger<Reception> logger)
    {
        (_book, _workers, _running, _doubts, _origins, _watchers, _followers) = (book, workers, running, doubts, origins, watchers, followers);
        (_turns, _options, _recordWithin, _time, _logger) = (turns, options.Value, record.Value.Within, time, logger);
    }

    /// <summary>
    /// Hands a question in. Once it is accepted it will be answered, or apologised for, whatever happens to this process. Waits no longer
    /// than <see cref="RecordOptions.Within"/>.
    /// </summary>
    public async Task<Admission> AskAsync(IncomingQuestion question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question.Text) || question.Text.Length > _options.MostLength)
        {
            return new Admission.WrongLength(_options.MostLength);
        }

        if (_workers.Stopping)
        {
            return new Admission.TryAgain();
        }

        using var limit = new CancellationTokenSource(_recordWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        TurnRow turn;
        try
        {
            turn = await _book.RowAsync(question, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The record could not be opened once since the start: nothing of the question can be in it.
            LogNotRecorded(question.Channel, error);
            TurnMetrics.Received(question.Channel, admission: null);
            return new Admission.TryAgain();
        }

        using var recording = WorkedTurn.Begin(turn, TurnSpans.Record(turn), _logger);
        _origins.Remember(turn.Id);
        Admission? admission = null;
        _doubts.Begin(turn.Id);
        try
        {
            return admission = await _book.AdmitAsync(turn, question.Echo, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRecorded(turn.Channel, error);
            return new Admission.TryAgain();
        }
        finally
        {
            TurnMetrics.Received(turn.Channel, admission);
            recording.Say("bot.admission", TurnMetrics.WordOf(admission));
            if (admission is not Admission.Accepted)
            {
                _origins.Take(turn.Id);
            }

            if (admission is null)
            {
                _ = ForgetAsync(turn, question.Echo);
            }
            else
            {
                Certain(turn, wakes: admission is Admission.Accepted);
                _followers.Changed(turn.Conversation);
            }
        }
    }

    /// <summary>Takes a question back, at once: what answers it is stopped, in whichever process. For an edited question: cancel, and ask the new one.</summary>
    public async Task<Withdrawal> CancelAsync(string channel, string eventId, CancellationToken cancellationToken)
    {
        _running.Withdraw(channel, eventId);
        var (withdrawal, turn) = await _book.WithdrawAsync(channel, eventId, cancellationToken).ConfigureAwait(false);
        if (withdrawal == Withdrawal.Withdrawn)
        {
            _watchers.Changed(turn);
        }

        return withdrawal;
    }

    /// <summary>
    /// Notes that an answer which came before its question was taken back is shown no longer: it is no part of the conversation any more, and
    /// nobody is told of its corrections.
    /// </summary>
    /// <returns>Whether the record has such an answer.</returns>
    public Task<bool> TakenBackAsync(TurnId turn, CancellationToken cancellationToken) => _book.TakenBackAsync(turn, cancellationToken);

    /// <summary>
    /// Follows a turn until it is settled, wherever it is worked; ends with <see cref="TurnEvent.Settled"/>, or without any event when the record
    /// does not have the turn.
    /// </summary>
    public async IAsyncEnumerable<TurnEvent> WatchAsync(TurnId turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watching = _watchers.Watch(turn);
        while (await _turns.FindAsync(turn, cancellationToken).ConfigureAwait(false) is { } found)
        {
            if (found.State >= TurnState.Delivered)
            {
                foreach (var stage in watching.Missed())
                {
                    yield return new TurnEvent.Stage(stage);
                }

                yield return new TurnEvent.Settled(found);
                yield break;
            }

            await foreach (var stage in watching.NewsAsync(LookAgain, cancellationToken).ConfigureAwait(false))
            {
                yield return new TurnEvent.Stage(stage);
            }
        }
    }

    // Its row may yet come into being: the word of a commit can be lost.
    private async Task ForgetAsync(TurnRow turn, Utterance? echo)
    {
        Task forgotten = _book.ForgetAsync(turn, echo, _workers.Stopped);
        await forgotten.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // It is still there when the event came again meanwhile and was acknowledged.
        Certain(turn, wakes: forgotten.IsCompletedSuccessfully);
    }

    private void Certain(TurnRow turn, bool wakes)
    {
        _doubts.End(turn.Id);
        if (wakes)
        {
            _workers.Wake(turn.Conversation, WakeCause.Asked);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A question by {Channel} could not be recorded; its reader is asked to try again.")]
    private partial void LogNotRecorded(string channel, Exception error);
}
