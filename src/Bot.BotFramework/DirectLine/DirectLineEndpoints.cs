using System.Text;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.BotFramework.Serving;
using Bot.Conversations.Channels;
using Microsoft.AspNetCore.Http;

namespace Bot.BotFramework.DirectLine;

/// <summary>What clients of Direct Line 3.0 ask, once it is known who they are.</summary>
internal sealed class DirectLineEndpoints(
    VisitorTokens tokens,
    DirectLineTranscript transcript,
    DirectLineStream stream,
    Dispatcher dispatcher,
    Shelf shelf,
    Links links,
    TimeProvider time)
{
    private const string WelcomeKey = "welcome";
    private const int MostAtOnce = 100;

    /// <summary><c>POST /tokens/generate</c>: a new reader and a new conversation, which begins when the client says so.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        var body = await BeginningAsync(context).ConfigureAwait(false);
        return await ResponseAsync(context, Visitor.New(Origins.Of(context.Request), body.BotArticle), StatusCodes.Status200OK, streamUrl: null).ConfigureAwait(false);
    }

    /// <summary><c>POST /tokens/refresh</c>: the same conversation, for longer.</summary>
    public Task<IResult> RefreshAsync(HttpContext context, Visitor visitor) => ResponseAsync(context, visitor, StatusCodes.Status200OK, streamUrl: null);

    /// <summary><c>POST /conversations</c>: begins it, with a welcome.</summary>
    public async Task<IResult> BeginAsync(HttpContext context, Visitor visitor)
    {
        var body = await BeginningAsync(context).ConfigureAwait(false);
        var to = DirectLineActivities.Place(visitor, Root(context), body.Locale ?? context.Request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.ToString());
        var welcome = shelf.Welcome(to, to.Links(links), visitor.Article);
        await transcript.SayAsync(visitor.Conversation, visitor.User, [DirectLineActivities.Kept(welcome, WelcomeKey)], context.RequestAborted).ConfigureAwait(false);
        return await ResponseAsync(context, visitor, StatusCodes.Status201Created, await StreamUrlAsync(context, visitor, watermark: null).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary><c>GET /conversations/{id}</c>: comes back to it.</summary>
    public async Task<IResult> ResumeAsync(HttpContext context, Visitor visitor) =>
        await ResponseAsync(context, visitor, StatusCodes.Status200OK, await StreamUrlAsync(context, visitor, context.Request.Query["watermark"]).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary><c>GET /conversations/{id}/activities</c>: what was said after a watermark.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, Visitor visitor) =>
        Json(await transcript.ReadAsync(visitor, DirectLineActivities.Watermark(context.Request.Query["watermark"]), MostAtOnce, context.RequestAborted).ConfigureAwait(false));

    /// <summary><c>GET /conversations/{id}/stream</c>: the same by WebSocket, as it is said.</summary>
    public async Task<IResult> StreamAsync(HttpContext context, Visitor visitor)
    {
        await stream.RunAsync(context, visitor, DirectLineActivities.Watermark(context.Request.Query["watermark"])).ConfigureAwait(false);
        return Results.Empty;
    }

    /// <summary><c>POST /conversations/{id}/activities</c>: what the reader sends.</summary>
    public async Task<IResult> PostAsync(HttpContext context, Visitor visitor)
    {
        var sent = ActivityJson.Read(await BodyAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false));
        return await TakeAsync(context, visitor, sent, refused: null).ConfigureAwait(false);
    }

    /// <summary><c>POST /conversations/{id}/upload</c>: files are refused politely; the words beside them are taken.</summary>
    public async Task<IResult> UploadAsync(HttpContext context, Visitor visitor)
    {
        var sent = ActivityJson.Read(await UploadedActivity.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false));
        return await TakeAsync(context, visitor, sent, AnswerActivities.OfWords(ChannelWords.Of("NoFiles", sent.Locale), sent.Locale)).ConfigureAwait(false);
    }

    private async Task<IResult> TakeAsync(HttpContext context, Visitor visitor, Activity sent, Activity? refused)
    {
        if (!DirectLineActivities.MaySend(sent.Type))
        {
            throw new MalformedActivityException($"The activity's \"type\" is '{PlainText.Of(sent.Type ?? "", 40)}': readers send 'message', 'event', 'typing', 'invoke' or 'endOfConversation'.");
        }

        var key = DirectLineActivities.KeyOf(sent);
        var taken = DirectLineActivities.Taken(sent, visitor, key, Root(context), time.GetUtcNow());
        if (taken.Type == ActivityTypes.Typing)
        {
            return Json(new ResourceResponse(taken.Id));
        }

        // Not the request's own token: what arrived is taken whether or not its reader stays.
        var response = refused is null || !string.IsNullOrWhiteSpace(taken.Text) ? await dispatcher.TakeAsync(taken, CancellationToken.None).ConfigureAwait(false) : null;
        Activity[] said = [.. refused is null ? (Activity[])[] : [refused], .. (response as ExpectedReplies)?.Activities ?? []];
        await transcript.SayAsync(
            visitor.Conversation,
            visitor.User,
            [DirectLineActivities.Echo(taken), .. said.Select((one, place) => DirectLineActivities.Kept(one with { ReplyToId = taken.Id }, $"{key}/{place}"))],
            CancellationToken.None).ConfigureAwait(false);
        return response is InvokeResponse invoke ? Results.Text(invoke.Body?.GetRawText() ?? "{}", "application/json", Encoding.UTF8, invoke.Status) : Json(new ResourceResponse(taken.Id));
    }

    private async Task<IResult> ResponseAsync(HttpContext context, Visitor visitor, int status, string? streamUrl)
    {
        var token = await tokens.OfConversationAsync(visitor, context.RequestAborted).ConfigureAwait(false);
        return Json(new ConversationResponse(visitor.Conversation, token, (int)tokens.Life.TotalSeconds, streamUrl), status);
    }

    private async Task<string> StreamUrlAsync(HttpContext context, Visitor visitor, string? watermark)
    {
        var root = Root(context);
        var token = await tokens.OfStreamAsync(visitor, context.RequestAborted).ConfigureAwait(false);
        var place = DirectLineActivities.Watermark(watermark) is > 0 and var known ? $"watermark={known}&" : "";
        return $"ws{root["http".Length..]}{DirectLineServices.Path}/conversations/{visitor.Conversation}/stream?{place}t={token}";
    }

    // As the reader's page has it: behind a proxy that we are not told of, that is the public address.
    private string Root(HttpContext context) =>
        links.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    private static async Task<BeginningBody> BeginningAsync(HttpContext context)
    {
        var body = await BodyAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
        return body.Length == 0 ? new(null, null)
            : ActivityJson.TryRead<BeginningBody>(body) ?? throw new MalformedActivityException("The body is no JSON object: send {} or nothing.");
    }

    private static async Task<byte[]> BodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
        return whole.ToArray();
    }

    private static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Text(ActivityJson.Text(value), "application/json", Encoding.UTF8, status);
}
