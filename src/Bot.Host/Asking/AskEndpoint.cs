using System.Text.Json;
using Bot.Answering.Contract;
using Bot.Answering.Questions;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Asking;

/// <summary><c>POST /api/ask</c>: records a question, then answers it or says where its answer will be.</summary>
internal sealed class AskEndpoint(
    Reception reception,
    RecordedTurns turns,
    KnowledgeBase knowledge,
    TurnFollower follower,
    AnswerResult results,
    AnswerStream stream,
    Drain drain,
    IOptions<WebOptions> options,
    TimeProvider time)
{
    public async Task<IResult> PostAsync(HttpContext context)
    {
        if (drain.Draining)
        {
            return Problem.Stopping();
        }

        using var entered = drain.Enter();
        if (!context.Request.HasJsonContentType())
        {
            return Problem.NotJsonType(context.Request.ContentType);
        }

        try
        {
            var posted = await AskBody.ReadAsync(context.Request, context.RequestAborted);
            var key = IdempotencyKey.Of(context.Request) ?? IdempotencyKey.New();
            return await AskAsync(context, posted, key);
        }
        catch (ContractException wrong)
        {
            return Problem.BadRequest(wrong.Message);
        }
        catch (JsonException)
        {
            return Problem.NoJson();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.TooLarge(options.Value.MaxBodyBytes);
        }
    }

    private async Task<IResult> AskAsync(HttpContext context, Posted posted, IdempotencyKey key)
    {
        if (posted.Question.Article is { } slug && !MayBeAsked(slug))
        {
            return Problem.NoArticle(slug);
        }

        // Not the request's own token: a question that arrived is recorded whether or not its asker stays.
        var admission = await reception.AskAsync(Incoming(context, posted, key), CancellationToken.None);
        context.Response.Headers[IdempotencyKey.Header] = key.Value;
        return admission switch
        {
            Admission.Accepted accepted => await ShowAsync(context, accepted.Turn),
            Admission.Repeated repeated => await RepeatAsync(context, repeated.Turn, posted.Question),
            _ => Problem.Of(admission, key.Value),
        };
    }

    private async Task<IResult> RepeatAsync(HttpContext context, TurnId turn, Question question) =>
        await turns.FindAsync(turn, context.RequestAborted) is { } found && found.Text != question.Text
            ? Problem.KeyUsed()
            : await ShowAsync(context, turn);

    private async Task<IResult> ShowAsync(HttpContext context, TurnId turn)
    {
        if (AnswerStream.IsWanted(context.Request))
        {
            await stream.WriteAsync(context, turn);
            return Results.Empty;
        }

        using var within = new CancellationTokenSource(options.Value.AnswerWithin, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(within.Token, context.RequestAborted, drain.Over);
        var stage = new StageLine(turn.ToString(), "waiting");
        try
        {
            await foreach (var happened in follower.FollowAsync(turn, stop.Token))
            {
                if (happened is TurnEvent.Settled settled)
                {
                    return await results.OfAsync(settled.Turn, stop.Token);
                }

                stage = happened is TurnEvent.Stage reached ? StageLine.Of(turn, reached.What) : stage;
            }

            return Problem.NoAnswer(turn.ToString());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return AnswerResult.Later(context, stage);
        }
    }

    private bool MayBeAsked(string slug)
    {
        using var snapshot = knowledge.Acquire();
        return snapshot.Articles.TryGetValue(slug, out var indexed) && indexed.Article.IsPublicAt(time.GetUtcNow());
    }

    private static IncomingQuestion Incoming(HttpContext context, Posted posted, IdempotencyKey key) => new()
    {
        Channel = WebChannel.ChannelName,
        EventId = key.EventId,
        Conversation = posted.Conversation ?? key.EventId,
        Asker = Asker.Of(context),
        Text = posted.Question.Text,
        Place = new("", Private: true),
        Article = posted.Question.Article,
        Locale = AcceptedLanguages.First(context.Request),
        Asked = posted.Question.Asked,
        History = posted.GivesHistory ? posted.Question.History : null,
    };
}
