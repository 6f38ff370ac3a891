using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Working;

/// <summary>Works one claimed turn to its end, from wherever it was left.</summary>
internal sealed partial class TurnWork(
    TurnLedger ledger,
    TurnDelivery delivery,
    ConversationMemory memory,
    IAnswering answering,
    RunningTurns running,
    TurnOrigins origins,
    Watchers<TurnId, AnswerStage> watchers,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnWork> logger)
{
    // Timers go no further than 49 days.
    private static readonly TimeSpan FarAway = TimeSpan.FromDays(40);

    private readonly TurnOptions _options = options.Value;

    /// <summary>Works it.</summary>
    /// <param name="turn">The turn, claimed.</param>
    /// <param name="cancellationToken">Bot is stopping, or the conversation is no longer ours.</param>
    /// <exception cref="TurnFailedException">Answering failed, and is to be tried again.</exception>
    public async Task RunAsync(TurnRow turn, CancellationToken cancellationToken)
    {
        using var run = running.Begin(turn);
        using var working = WorkedTurn.Begin(turn, TurnSpans.Turn(turn, origins.Take(turn.Id)), logger);
        if (turn.State == TurnState.Delivering)
        {
            await delivery.EndInterruptedAsync(turn, cancellationToken).ConfigureAwait(false);
            return;
        }

        AnsweredQuestion? answered = null;
        if (turn.State == TurnState.Answering)
        {
            (var ours, answered) = await AnswerAsync(turn, run.Withdrawn, cancellationToken).ConfigureAwait(false);
            if (!ours)
            {
                return;
            }
        }

        await delivery.RunAsync(turn, answered?.Answer, run.Withdrawn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Answers, or decides for an apology.</summary>
    /// <returns>Whether the turn is still ours to deliver.</returns>
    private async Task<(bool Ours, AnsweredQuestion? Answered)> AnswerAsync(TurnRow turn, CancellationToken withdrawn, CancellationToken cancellationToken)
    {
        var left = turn.Deadline - time.GetUtcNow() - _options.DeadlineMargin;
        if (left <= TimeSpan.Zero)
        {
            return (await ledger.ApologiseAsync(turn, ApologyReason.TooLate, "The deadline passed before it was answered.", cancellationToken).ConfigureAwait(false), null);
        }

        if (turn.Attempts > _options.MostAttempts)
        {
            return (await ledger.ApologiseAsync(turn, ApologyReason.Failed, $"It was begun {_options.MostAttempts} times without an end.", cancellationToken).ConfigureAwait(false), null);
        }

        using var deadline = left < FarAway ? new CancellationTokenSource(left.Value, time) : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, withdrawn, cancellationToken);
        try
        {
            var answered = await AnswerAsync(turn, stop.Token).ConfigureAwait(false);
            TurnMetrics.Answered(turn.Channel, answered.Answer);
            var recognised = await delivery.RecognisesRepeatsAsync(turn, cancellationToken).ConfigureAwait(false);
            return (await ledger.AnswerAsync(turn, answered, recognised, cancellationToken).ConfigureAwait(false), answered);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ledger.ReturnAsync(turn).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (withdrawn.IsCancellationRequested)
        {
            await delivery.EndAsync(turn, TurnState.Cancelled, null, null, cancellationToken).ConfigureAwait(false);
            await delivery.TakeBackAsync(turn, null, cancellationToken).ConfigureAwait(false);
            return (false, null);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return (await ledger.ApologiseAsync(turn, ApologyReason.TooLate, "The deadline came before the answer.", cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception error)
        {
            TurnSpans.Failed(error);
            LogFailed(new(turn.Id), turn.Attempts, error);
            if (turn.Attempts < _options.MostAttempts)
            {
                throw new TurnFailedException(turn.Attempts);
            }

            return (await ledger.ApologiseAsync(turn, ApologyReason.Failed, error.GetType().Name, cancellationToken).ConfigureAwait(false), null);
        }
    }

    private async Task<AnsweredQuestion> AnswerAsync(TurnRow turn, CancellationToken cancellationToken)
    {
        var question = new Question(turn.Text)
        {
            Article = turn.Article,
            Scope = turn.Scope is { } scope ? RecordJson.ToScope(scope) : null,
            Locale = turn.Locale,
            Asked = turn.Asked,
            Conversation = turn.Conversation,
            History = await memory.BeforeAsync(turn, cancellationToken).ConfigureAwait(false),
        };
        await using var progress = await delivery.ProgressAsync(turn, watchers, cancellationToken).ConfigureAwait(false);

        // An engine that is slow to stop does not hold the conversation.
        return await answering.AnswerAsync(question, progress, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Error, "Turn {Turn} could not be answered (attempt {Attempt}).")]
    private partial void LogFailed(TurnId turn, int attempt, Exception error);
}
