using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Conversations.Corrections;
using Bot.Conversations.Records;
using Bot.Conversations.Watching;
using Bot.Host.Serving;

namespace Bot.Host.Asking;

/// <summary>What an asker gets of a turn.</summary>
internal sealed class AnswerResult(AnswerCorrections corrections, PublicAddress address)
{
    private const string RetryAfterSeconds = "1";

    /// <summary>The settled turn: its answer, or why there is none.</summary>
    public async Task<IResult> OfAsync(RecordedTurn turn, CancellationToken cancellationToken) => turn switch
    {
        { State: TurnState.Cancelled } => Problem.Withdrawn(),
        { State: not TurnState.Apologised, Answer: { } answer } => ApiJson.Result(await LineAsync(turn.Id, answer, cancellationToken), StatusCodes.Status200OK),
        _ => Problem.Failed(),
    };

    /// <summary>The answer's line, with where its words are seen and how it was corrected.</summary>
    public async Task<AnswerLine> LineAsync(TurnId turn, Answer answer, CancellationToken cancellationToken)
    {
        var line = TurnSpans.Render(WebChannel.ChannelName, () => AnswerLine.Of(JsonSerializer.SerializeToElement(turn.ToString()), answer));
        var told = await corrections.ToldAsync(turn, cancellationToken);
        return line with
        {
            Citations = [.. line.Citations.Zip(answer.Citations, (shown, citation) => shown with { Url = address.Of(citation) })],
            Corrections = told.IsEmpty ? null : told,
        };
    }

    /// <summary>The turn is under way: where its answer will be.</summary>
    public static IResult Later(HttpContext context, StageLine stage)
    {
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/answers/{stage.Id}";
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return ApiJson.Result(stage, StatusCodes.Status202Accepted);
    }
}
