using System.Globalization;
using Bot.Conversations.Asking;

namespace Bot.Host.Asking;

/// <summary>What went wrong, as <c>application/problem+json</c>: each names the thing, its value and the cure.</summary>
internal static class Problem
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, "This is no question.", detail);

    public static IResult NoJson() => BadRequest("The body is not JSON, or nested too deeply, or a name occurs twice: send one object such as {\"question\":\"…\"}.");

    public static IResult NotJsonType(string? type) => Of(
        StatusCodes.Status415UnsupportedMediaType,
        "The question is not sent as JSON.",
        $"The header Content-Type is '{type}': send 'application/json'.");

    public static IResult NotForm(string? type) => Of(
        StatusCodes.Status415UnsupportedMediaType,
        "The question is not sent by a form.",
        $"The header Content-Type is '{type}': send 'application/x-www-form-urlencoded', or JSON to /api/ask.");

    public static IResult TooLarge(long limit) => Of(
        StatusCodes.Status413PayloadTooLarge,
        "The question is too large.",
        string.Create(CultureInfo.InvariantCulture, $"The body has more than {limit} bytes: shorten the question or its history."));

    public static IResult NoAnswer(string id) => Of(
        StatusCodes.Status404NotFound,
        "There is no such answer.",
        $"No question is called '{Shortened(id)}': use the id that POST /api/ask gave. Questions are deleted after the time that /privacy names.");

    public static IResult NoArticle(string slug) => Of(
        StatusCodes.Status400BadRequest,
        "There is no such article.",
        $"\"article\" is '{Shortened(slug)}', and no article that may be asked is called so: /articles lists them.");

    public static IResult NotEmbedded() => Of(
        StatusCodes.Status403Forbidden,
        "The chat may not be embedded.",
        "The setting Web:EmbedOrigins is empty: name the origins of the sites that may show the chat, such as https://news.example.org.");

    public static IResult NoArticleToEmbed(string slug) => Of(
        StatusCodes.Status404NotFound,
        "There is no such article.",
        $"'article' is '{Shortened(slug)}', and no article that may be asked is called so: write the slug of one that / lists into data-article.");

    public static IResult KeyUsed() => Of(
        StatusCodes.Status422UnprocessableEntity,
        "The key was used for another question.",
        $"The header {IdempotencyKey.Header} names a question with other words: send a new key with each new question.");

    public static IResult NoKey() => BadRequest($"The header {IdempotencyKey.Header} is missing: send the key that the question was asked with.");

    public static IResult NoQuestion() => Of(StatusCodes.Status404NotFound, "There is no such question.", $"No question was asked with this {IdempotencyKey.Header}.");

    public static IResult AnsweredAlready() => Of(StatusCodes.Status409Conflict, "The question is answered already.", "It cannot be taken back any more.");

    public static IResult OtherHost() => Of(StatusCodes.Status400BadRequest, "This is another host.", "Nothing is served under the name that was asked for: use the address the site gives. Its operator sets the names with Web:AllowedHosts.");

    public static IResult Withdrawn() => Of(StatusCodes.Status410Gone, "The question was taken back.", "It is not answered. Ask it again with a new key.");

    public static IResult Failed() => Of(StatusCodes.Status500InternalServerError, "The question could not be answered.", "Bot failed at it more than once. Ask again with a new key.");

    public static IResult TryAgain(string? key = null) => new WithRetryAfter(
        Of(StatusCodes.Status503ServiceUnavailable, "Please try again.", "The question was not accepted: it could not be recorded now. Ask it again in a moment."), Soon, key);

    public static IResult NoRecord() => new WithRetryAfter(
        Of(StatusCodes.Status503ServiceUnavailable, "Please try again.", "The record of the answers cannot be read now. Nothing is lost: ask for it again in a moment."), Soon, null);

    public static IResult NoProof(string detail) => Of(StatusCodes.Status400BadRequest, "This names no asker's data.", detail);

    public static IResult NotDone() => new WithRetryAfter(
        Of(StatusCodes.Status503ServiceUnavailable, "Please try again.", "The record cannot be changed now, and nobody knows whether it was: send the same again in a moment."), Soon, null);

    public static IResult Stopping() => new WithRetryAfter(
        Of(StatusCodes.Status503ServiceUnavailable, "Please try again.", "Bot is being restarted and takes no more questions. Ask it again in a moment."), Soon, null);

    /// <summary>Why a question was not let in.</summary>
    public static IResult Of(Admission admission, string key) => admission switch
    {
        Admission.WrongLength wrong => BadRequest(string.Create(CultureInfo.InvariantCulture, $"\"question\" may have 1 to {wrong.Limit} characters: shorten it.")),
        Admission.TooFast tooFast => new WithRetryAfter(
            Of(StatusCodes.Status429TooManyRequests, "That was a bit fast.", $"{Whose(tooFast.Limit)}: ask again in {Seconds(tooFast.Wait)} seconds."), tooFast.Wait, null),
        Admission.Full full => new WithRetryAfter(
            Of(StatusCodes.Status503ServiceUnavailable, "Too many questions are waiting.", $"Ask it again in {Seconds(full.Wait)} seconds."), full.Wait, null),
        Admission.Blocked => Of(StatusCodes.Status403Forbidden, "You are not answered here.", "An editor of this site decided so: write to the editors."),
        _ => TryAgain(key),
    };

    /// <summary>Too many requests of any kind from one address.</summary>
    public static IResult TooManyRequests(int limit, TimeSpan wait) => new WithRetryAfter(
        Of(
            StatusCodes.Status429TooManyRequests,
            "That was a bit fast.",
            string.Create(CultureInfo.InvariantCulture, $"Your address may send {limit} requests a minute: send the next one in {Seconds(wait)} seconds.")),
        wait,
        null);

    /// <summary>Too much of what has a limit of its own from one address.</summary>
    public static IResult TooManyRequests(TimeSpan wait) => new WithRetryAfter(
        Of(StatusCodes.Status429TooManyRequests, "That was a bit fast.", $"Your address asks faster than it may: go on in {Seconds(wait)} seconds."), wait, null);

    public static IResult Of(int status, string title, string detail) => Results.Problem(statusCode: status, title: title, detail: detail);

    private static string Whose(LimitedBy limit) => limit switch
    {
        LimitedBy.Asker => "You asked as many questions as one asker may in a minute",
        LimitedBy.Conversation => "This conversation has as many questions as it may in a minute",
        _ => "All readers together asked as many questions as may be asked in a minute",
    };

    private static string Seconds(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private sealed class WithRetryAfter(IResult problem, TimeSpan wait, string? key) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = Seconds(wait);
            if (key is not null)
            {
                httpContext.Response.Headers[IdempotencyKey.Header] = key;
            }

            return problem.ExecuteAsync(httpContext);
        }
    }
}
