using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Host.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Asking;

/// <summary>Tells a turn as server-sent events: <c>acknowledged</c>, <c>stage</c>s, and last <c>answer</c> or <c>error</c>.</summary>
internal sealed class AnswerStream(TurnFollower follower, AnswerResult results, Drain drain, IOptions<WebOptions> options, TimeProvider time)
{
    // Proxies close what is silent, usually after a minute.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    public static bool IsWanted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);

    public async Task WriteAsync(HttpContext context, TurnId turn)
    {
        var events = new EventWriter(context.Response);
        await events.StartAsync();
        using var within = new CancellationTokenSource(options.Value.AnswerWithin, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(within.Token, context.RequestAborted, drain.Over);
        try
        {
            await TellAsync(events, turn, stop.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await ErrorAsync(events, turn, StatusCodes.Status202Accepted, "The answer takes longer: ask for it by its id.", context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The reader left. The turn goes on, and its answer stays in the record.
        }
    }

    private async Task TellAsync(EventWriter events, TurnId turn, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var following = follower.FollowAsync(turn, leaving.Token).GetAsyncEnumerator(leaving.Token);

        // Followed before it is acknowledged: no stage is missed.
        var next = following.MoveNextAsync().AsTask();
        try
        {
            await events.WriteAsync("acknowledged", ApiJson.Write(new AcceptedLine(turn.ToString())), cancellationToken);
            while (await MovedAsync(next, events, cancellationToken))
            {
                if (following.Current is TurnEvent.Settled settled)
                {
                    await EndAsync(events, settled.Turn, cancellationToken);
                    return;
                }

                await events.WriteAsync("stage", ApiJson.Write(StageLine.Of(turn, ((TurnEvent.Stage)following.Current).What)), cancellationToken);
                next = following.MoveNextAsync().AsTask();
            }

            await ErrorAsync(events, turn, StatusCodes.Status404NotFound, "The question is no longer in the record.", cancellationToken);
        }
        finally
        {
            // It must not be left in mid-step: the reader may be gone while it waits.
            await leaving.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> MovedAsync(Task<bool> next, EventWriter events, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var heard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var silence = Task.Delay(SignOfLife, time, heard.Token);
            if (await Task.WhenAny(next, silence) == next || cancellationToken.IsCancellationRequested)
            {
                await heard.CancelAsync();
                return await next;
            }

            await events.SignOfLifeAsync(cancellationToken);
        }
    }

    private async Task EndAsync(EventWriter events, RecordedTurn turn, CancellationToken cancellationToken)
    {
        switch (turn)
        {
            case { State: TurnState.Cancelled }:
                await ErrorAsync(events, turn.Id, StatusCodes.Status410Gone, "The question was taken back.", cancellationToken);
                break;
            case { State: not TurnState.Apologised, Answer: { } answer }:
                await events.WriteAsync("answer", ApiJson.Write(await results.LineAsync(turn.Id, answer, cancellationToken)), cancellationToken);
                break;
            default:
                await ErrorAsync(events, turn.Id, StatusCodes.Status500InternalServerError, "The question could not be answered: ask again with a new key.", cancellationToken);
                break;
        }
    }

    private static Task ErrorAsync(EventWriter events, TurnId turn, int status, string error, CancellationToken cancellationToken) =>
        events.WriteAsync("error", ApiJson.Write(new ErrorLine(turn.ToString(), status, error)), cancellationToken);
}
