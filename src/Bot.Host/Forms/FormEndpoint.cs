using System.Globalization;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Bot.Host.Finding;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Forms;

/// <summary>
/// <c>POST /ask</c>: the form of a page. Records the question, waits for the answer and leads to the page that shows it, whose address asks nothing
/// again. There is no cookie, so no other site can ask in a reader's name; what browsers say comes from elsewhere is refused all the same.
/// </summary>
internal sealed class FormEndpoint(
    Reception reception,
    TurnFollower follower,
    KnowledgeBase knowledge,
    ArticlePages articles,
    HomePages home,
    Drain drain,
    IOptions<WebOptions> options,
    IOptions<TurnOptions> turns,
    TimeProvider time)
{
    private const string FromElsewhere = "cross-site";

    public async Task<IResult> PostAsync(HttpContext context)
    {
        using var entered = drain.Enter();
        if (!context.Request.HasFormContentType)
        {
            return Problem.NotForm(context.Request.ContentType);
        }

        return await ReadAsync(context) is { } posted
            ? await AskAsync(context, posted)
            : await SayAsync(context, new("", null, IdempotencyKey.New()), new Admission.WrongLength(turns.Value.MostLength));
    }

    private static async Task<PostedForm?> ReadAsync(HttpContext context)
    {
        try
        {
            return await PostedForm.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            // Too large, cut short, or no form.
            return null;
        }
    }

    private async Task<IResult> AskAsync(HttpContext context, PostedForm posted)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] == FromElsewhere)
        {
            return await SayAsync(context, posted, PageWords.Of("FromElsewhere", PageLanguage.Of(context, PageWords.Fallback)), StatusCodes.Status403Forbidden);
        }

        if (drain.Draining)
        {
            return await SayAsync(context, posted, new Admission.TryAgain());
        }

        if (posted.Article is { } slug && !MayBeAsked(slug))
        {
            return await articles.ShowAsync(slug, null, null, context, StatusCodes.Status404NotFound);
        }

        // Not the request's own token: a question that arrived is recorded whether or not its reader stays.
        var admission = await reception.AskAsync(Incoming(context, posted), CancellationToken.None);
        return admission switch
        {
            Admission.Accepted accepted => await LeadAsync(context, posted, accepted.Turn),
            Admission.Repeated repeated => await LeadAsync(context, posted, repeated.Turn),
            _ => await SayAsync(context, posted, admission),
        };
    }

    private async Task<IResult> LeadAsync(HttpContext context, PostedForm posted, TurnId turn)
    {
        using var within = new CancellationTokenSource(options.Value.AnswerWithin, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(within.Token, context.RequestAborted, drain.Over);
        try
        {
            await foreach (var happened in follower.FollowAsync(turn, stop.Token))
            {
                if (happened is TurnEvent.Settled)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page it leads to says that the answer is under way.
        }

        var page = Page.For(context, PageWords.Fallback);
        var query = $"?{AnswersAbove.Parameter}={turn}";
        context.Response.Headers.Location = (posted.Article is { } slug ? page.ToArticle(slug, query) : page.To($"/{query}")) + "#answer";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> SayAsync(HttpContext context, PostedForm posted, Admission admission)
    {
        var language = PageLanguage.Of(context, PageWords.Fallback);
        var (status, words, wait) = admission switch
        {
            Admission.WrongLength wrong => (StatusCodes.Status400BadRequest, PageWords.Of("WrongLength", language, wrong.Limit), (TimeSpan?)null),
            Admission.TooFast tooFast => (StatusCodes.Status429TooManyRequests, PageWords.Of("TooFast", language, Seconds(tooFast.Wait)), tooFast.Wait),
            Admission.Full full => (StatusCodes.Status503ServiceUnavailable, PageWords.Of("Full", language, Seconds(full.Wait)), full.Wait),
            Admission.Blocked => (StatusCodes.Status403Forbidden, PageWords.Of("Blocked", language), null),
            _ => (StatusCodes.Status503ServiceUnavailable, PageWords.Of("NotRecorded", language), null),
        };
        if (wait is { } known)
        {
            context.Response.Headers.RetryAfter = Seconds(known).ToString(CultureInfo.InvariantCulture);
        }

        return await SayAsync(context, posted, words, status);
    }

    private Task<IResult> SayAsync(HttpContext context, PostedForm posted, string words, int status)
    {
        var above = new Above.Refused(words, posted.Question.Length == 0 ? null : posted.Question);
        return posted.Article is { } slug ? articles.ShowAsync(slug, null, above, context, status) : Task.FromResult(home.Show(null, above, context, status));
    }

    private static int Seconds(TimeSpan wait) => (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));

    private bool MayBeAsked(string slug)
    {
        using var snapshot = knowledge.Acquire();
        return snapshot.Articles.TryGetValue(slug, out var indexed) && indexed.Article.IsPublicAt(time.GetUtcNow());
    }

    private static IncomingQuestion Incoming(HttpContext context, PostedForm posted) => new()
    {
        Channel = WebChannel.ChannelName,
        EventId = posted.EventId,
        Conversation = posted.EventId,
        Asker = Asker.Of(context),
        Text = posted.Question,
        Place = new("", Private: true),
        Article = posted.Article,
        Locale = PageLanguage.Chosen(context.Request) ?? AcceptedLanguages.First(context.Request),
    };
}
