using System.Globalization;
using System.Threading.RateLimiting;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Bot.Host.Health;
using Bot.Host.Serving;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Host.Guarding;

/// <summary>How many requests one address may send. How many questions it may ask is the record's to say.</summary>
internal static class RequestRate
{
    /// <summary>Whoever looks after the health may look often, but each look asks the record.</summary>
    public const int MostHealthChecks = 600;

    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limiter, IOptions<WebOptions> web)
    {
        var limit = web.Value.RequestsPerMinute;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HealthEndpoints.Are(context.Request.Path)
                ? PerMinute($"health {Asker.Of(context)}", MostHealthChecks)
                : PerMinute(Asker.Of(context), limit));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window / Segments;
            await Refusal(rejected.HttpContext, limit, wait).ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<string> PerMinute(string key, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = Segments });

    // What has a limit of its own says no number: it is not known which of the two was reached.
    private static IResult Refusal(HttpContext context, int limit, TimeSpan wait) =>
        ReadsPages(context.Request) ? Say(context, wait)
        : HealthEndpoints.Are(context.Request.Path) || context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null ? Problem.TooManyRequests(wait)
        : Problem.TooManyRequests(limit, wait);

    private static bool ReadsPages(HttpRequest request) => request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    private static IResult Say(HttpContext context, TimeSpan wait)
    {
        var page = Page.For(context, PageWords.Fallback) with { Listed = false };
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Content(MessagePage.Write(page, page.Words("TooFast", seconds), null), "text/html; charset=utf-8", statusCode: StatusCodes.Status429TooManyRequests);
    }
}
