using System.Text.Json;
using Bot.Answering.Contract;
using Bot.Conversations.Privacy;
using Bot.Host.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Asking;

/// <summary>
/// <c>POST /api/forget</c> and <c>POST /api/delete-my-data</c>. A network address proves nobody, so the asker is who knows the conversation's name or the
/// question's key. They are sent in the body: addresses get into logs.
/// </summary>
internal sealed class PrivacyEndpoint(ReaderPrivacy privacy, RecordReading record, IOptions<WebOptions> options)
{
    public Task<IResult> ForgetAsync(HttpContext context) => DoAsync(context, async (conversation, _, token) =>
    {
        if (conversation is null)
        {
            throw new ContractException("\"conversation\" is missing: write the name that its questions were asked with.");
        }

        await privacy.ForgetAsync(WebChannel.ChannelName, conversation, token);
        return Results.NoContent();
    });

    public Task<IResult> DeleteAsync(HttpContext context) => DoAsync(context, async (conversation, key, token) =>
    {
        if (conversation is null && key is null)
        {
            throw new ContractException("\"conversation\" and \"idempotency_key\" are missing: write the name that the questions were asked with, or the key of one.");
        }

        var questions = conversation is null ? 0 : await privacy.DeleteConversationAsync(WebChannel.ChannelName, conversation, token);
        questions += key is not null && await privacy.DeleteQuestionAsync(WebChannel.ChannelName, key.EventId, token) ? 1 : 0;
        return ApiJson.Result(new DeletedLine(questions), StatusCodes.Status200OK);
    });

    private async Task<IResult> DoAsync(HttpContext context, Func<string?, IdempotencyKey?, CancellationToken, Task<IResult>> work)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Problem.NotJsonType(context.Request.ContentType);
        }

        try
        {
            var (conversation, key) = await PrivacyBody.ReadAsync(context.Request, context.RequestAborted);
            var (done, result) = await record.TryAsync(token => WorkAsync(work, conversation, key, token), context.RequestAborted);
            return done ? result! : Problem.NotDone();
        }
        catch (ContractException wrong)
        {
            return Problem.NoProof(wrong.Message);
        }
        catch (JsonException)
        {
            return Problem.NoProof("The body is not JSON, or nested too deeply, or a name occurs twice: send one object such as {\"conversation\":\"…\"}.");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.TooLarge(options.Value.MaxBodyBytes);
        }
    }

    // What is wrong with the request is no fault of the record's.
    private static async Task<IResult> WorkAsync(
        Func<string?, IdempotencyKey?, CancellationToken, Task<IResult>> work,
        string? conversation,
        IdempotencyKey? key,
        CancellationToken cancellationToken)
    {
        try
        {
            return await work(conversation, key, cancellationToken);
        }
        catch (ContractException wrong)
        {
            return Problem.NoProof(wrong.Message);
        }
    }
}
