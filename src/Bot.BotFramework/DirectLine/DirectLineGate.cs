using System.Text;
using Bot.BotFramework.Activities;
using Bot.Conversations.Channels;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.DirectLine;

/// <summary>Stands before what clients ask: whose page it is, who the reader is, and what is said when something is wrong.</summary>
internal sealed partial class DirectLineGate(VisitorTokens tokens, Origins origins, Seats seats, ILogger<DirectLineGate> logger)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets pages in that may talk with the bot.</summary>
    public Task<IResult> AskAsync(HttpContext context, Func<HttpContext, Task<IResult>> answer) => SafelyAsync(context, () => answer(context));

    /// <summary>Lets readers in who have a token, for the conversation that the address names.</summary>
    public Task<IResult> AskAsync(HttpContext context, Func<HttpContext, Visitor, Task<IResult>> answer) => SafelyAsync(context, async () =>
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
        return await ProvenAsync(context, await tokens.ReadAsync(token, context.RequestAborted).ConfigureAwait(false), visitor => answer(context, visitor)).ConfigureAwait(false);
    });

    /// <summary>Lets readers in who have a stream's token, by WebSocket, a few from one address.</summary>
    public Task<IResult> ConnectAsync(HttpContext context, string address, Func<HttpContext, Visitor, Task<IResult>> answer) => SafelyAsync(context, async () =>
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Wrong(StatusCodes.Status400BadRequest, "BadArgument", "This is the address of a WebSocket: open it as one, or read /activities.");
        }

        return await ProvenAsync(context, await tokens.ReadStreamAsync(context.Request.Query["t"], context.RequestAborted).ConfigureAwait(false), async visitor =>
        {
            using var seat = seats.Take(address);
            return seat is null
                ? Wrong(StatusCodes.Status429TooManyRequests, "TooManyConnections", "Too many conversations are open from this address: close one, or read /activities.")
                : await answer(context, visitor).ConfigureAwait(false);
        }).ConfigureAwait(false);
    });

    private static async Task<IResult> ProvenAsync(HttpContext context, Proof proof, Func<Visitor, Task<IResult>> answer)
    {
        switch (proof)
        {
            case Proof.Expired:
                return Wrong(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired: get another one at /tokens/generate.");
            case Proof.Of { Visitor: var visitor } when IsFor(context, visitor):
                return await answer(visitor).ConfigureAwait(false);
            default:
                return Wrong(StatusCodes.Status401Unauthorized, "Unauthorized", "There is no token of this conversation and page: get one at /tokens/generate.");
        }
    }

    private static bool IsFor(HttpContext context, Visitor visitor) =>
        (context.Request.RouteValues["id"] is not string id || id == visitor.Conversation)
        && (Origins.Of(context.Request) is not { } origin || string.Equals(origin, visitor.Origin, StringComparison.OrdinalIgnoreCase));

    private async Task<IResult> SafelyAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        try
        {
            return origins.Allow(context.Request)
                ? await answer().ConfigureAwait(false)
                : Wrong(StatusCodes.Status403Forbidden, "OriginNotAllowed", $"Pages of '{PlainText.Of(Origins.Of(context.Request)!, 100)}' may not talk with this bot: name the origin in DirectLine:AllowedOrigins.");
        }
        catch (MalformedActivityException wrong)
        {
            return Wrong(StatusCodes.Status400BadRequest, "BadSyntax", wrong.Message);
        }
        catch (BadHttpRequestException bad)
        {
            return Wrong(bad.StatusCode, "BadRequest", bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is too large: ask in fewer words." : "The request cannot be read.");
        }
        catch (Exception error) when (error is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return Wrong(StatusCodes.Status400BadRequest, "BadSyntax", "The upload breaks off, or its words are too many.");
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Clients send it again: nothing of it was acknowledged.
            LogFailed(error);
            return Wrong(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Please try again in a moment.");
        }
    }

    private static IResult Wrong(int status, string code, string words) =>
        Results.Text(ActivityJson.Text(new ErrorResponse(new(code, words))), "application/json", Encoding.UTF8, status);

    [LoggerMessage(LogLevel.Error, "A request of Direct Line could not be answered.")]
    private partial void LogFailed(Exception error);
}
