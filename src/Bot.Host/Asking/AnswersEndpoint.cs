using Bot.Answering.Contract;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Host.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Asking;

/// <summary><c>GET /api/answers/{id}</c>, and taking a question back.</summary>
internal sealed class AnswersEndpoint(
    RecordedTurns turns,
    Reception reception,
    RecordReading record,
    AnswerResult results,
    AnswerStream stream,
    IOptions<RecordOptions> options,
    TimeProvider time)
{
    public async Task<IResult> GetAsync(string id, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!TurnId.TryParse(id, out var turn))
        {
            return Problem.NoAnswer(id);
        }

        var (read, found) = await record.TryAsync(token => turns.FindAsync(turn, token), context.RequestAborted);
        if (!read || found?.Channel is not WebChannel.ChannelName)
        {
            return read ? Problem.NoAnswer(id) : Problem.NoRecord();
        }

        if (AnswerStream.IsWanted(context.Request))
        {
            await stream.WriteAsync(context, turn);
            return Results.Empty;
        }

        if (found.State < TurnState.Delivered)
        {
            return AnswerResult.Later(context, StageLine.Of(found));
        }

        return await record.TryAsync(token => results.OfAsync(found, token), context.RequestAborted) is (true, { } result) ? result : Problem.NoRecord();
    }

    /// <summary><c>DELETE /api/ask</c>: takes back the question that was asked with the request's key.</summary>
    public async Task<IResult> WithdrawAsync(HttpContext context)
    {
        using var limit = new CancellationTokenSource(options.Value.Within, time);
        try
        {
            if (IdempotencyKey.Of(context.Request) is not { } key)
            {
                return Problem.NoKey();
            }

            return await reception.CancelAsync(WebChannel.ChannelName, key.EventId, limit.Token).WaitAsync(limit.Token) switch
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
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Problem.NoRecord();
        }
    }
}
