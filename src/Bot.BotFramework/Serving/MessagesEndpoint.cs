using System.Text;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Serving;

/// <summary><c>POST /api/messages</c>: who sends is proven before anything is read, and a question is in the record before it is acknowledged.</summary>
internal sealed partial class MessagesEndpoint(TokenGate gate, ServiceHosts hosts, Dispatcher dispatcher, ActivityMetrics metrics, ILogger<MessagesEndpoint> logger)
{
    // Teams sends up to about 100 KB.
    private const int LongestBody = 256 * 1024;

    public async Task<IResult> PostAsync(HttpContext context)
    {
        // A page about the status would be a hint, and no channel reads it.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (await gate.AdmitAsync(context, context.RequestAborted).ConfigureAwait(false) is not { } caller)
        {
            return Refused();
        }

        try
        {
            var activity = ActivityJson.Read(await ReadAsync(context).ConfigureAwait(false));
            Check(activity);

            // Not the request's own token: what arrived is taken whether or not its sender stays.
            return caller.MaySend(activity, hosts)
                ? Response(await dispatcher.TakeAsync(activity, activity.DeliveryMode == "expectReplies" ? context.RequestAborted : CancellationToken.None).ConfigureAwait(false))
                : Refused();
        }
        catch (MalformedActivityException wrong)
        {
            metrics.Count(null, "malformed");
            return Results.Text(ActivityJson.Text(new ErrorResponse(new("BadSyntax", wrong.Message))), "application/json", Encoding.UTF8, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException bad)
        {
            return Results.StatusCode(bad.StatusCode);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The channel may send it again: nothing of it was acknowledged.
            LogFailed(error);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IResult Refused()
    {
        metrics.Count(null, "refused");
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static IResult Response(object? response) => response switch
    {
        InvokeResponse { Body: { } body } invoke => Results.Text(body.GetRawText(), "application/json", Encoding.UTF8, invoke.Status),
        InvokeResponse invoke => Results.StatusCode(invoke.Status),
        ExpectedReplies replies => Results.Text(ActivityJson.Text(replies), "application/json", Encoding.UTF8, StatusCodes.Status200OK),
        _ => Results.StatusCode(StatusCodes.Status202Accepted),
    };

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    private static void Check(Activity activity)
    {
        var lacking = string.IsNullOrEmpty(activity.Type) ? "type"
            : string.IsNullOrEmpty(activity.ChannelId) ? "channelId"
            : string.IsNullOrEmpty(activity.ServiceUrl) ? "serviceUrl"
            : string.IsNullOrEmpty(activity.Conversation?.Id) ? "conversation.id"
            : activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate && string.IsNullOrEmpty(activity.From?.Id) ? "from.id"
            : null;
        if (lacking is not null)
        {
            throw new MalformedActivityException($"The activity has no \"{lacking}\": see the Activity protocol.");
        }
    }

    [LoggerMessage(LogLevel.Error, "An activity could not be taken.")]
    private partial void LogFailed(Exception error);
}
