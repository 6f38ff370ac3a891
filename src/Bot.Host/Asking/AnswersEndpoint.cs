using Bot.Answering.Contract;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;

namespace Bot.Host.Asking;

/// <summary><c>GET /api/answers/{id}</c>, and taking a question back.</summary>
internal sealed class AnswersEndpoint(RecordedTurns turns, Reception reception, AnswerResult results, AnswerStream stream, TimeProvider time)
{
    private static readonly TimeSpan ReadWithin = TimeSpan.FromMilliseconds(800);

    public async Task<IResult> GetAsync(string id, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!TurnId.TryParse(id, out var turn))
        {
            return Problem.NoAnswer(id);
        }

        using var limit = new CancellationTokenSource(ReadWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            var found = await turns.FindAsync(turn, either.Token).WaitAsync(either.Token);
            if (found is null || found.Channel != WebChannel.ChannelName)
            {
                return Problem.NoAnswer(id);
            }

            if (AnswerStream.IsWanted(context.Request))
            {
                await stream.WriteAsync(context, turn);
                return Results.Empty;
            }

            return found.State < TurnState.Delivered ? AnswerResult.Later(context, StageLine.Of(found)) : await results.OfAsync(found, either.Token);
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            return Problem.NoRecord();
        }
    }

    /// <summary><c>DELETE /api/ask</c>: takes back the question that was asked with the request's key.</summary>
    public async Task<IResult> WithdrawAsync(HttpContext context)
    {
        try
        {
            if (IdempotencyKey.Of(context.Request) is not { } key)
            {
                return Problem.NoKey();
            }

            return await reception.CancelAsync(WebChannel.ChannelName, key.EventId, context.RequestAborted) switch
            {
                Withdrawal.Withdrawn => Results.NoContent(),
                Withdrawal.TooLate => Problem.AnsweredAlready(),
                _ => Problem.NoQuestion(),
            };
        }
        catch (ContractException wrong)
        {
            return Problem.BadRequest(wrong.Message);
        }
    }
}
