using System.Threading.RateLimiting;
using Bot.Host.Asking;
using Bot.Host.Health;
using Bot.Host.Serving;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Host.Guarding;

/// <summary>How many requests one address may send. How many questions it may ask is the record's to say.</summary>
internal static class RequestRate
{
    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limiter, IOptions<WebOptions> web)
    {
        var limit = web.Value.RequestsPerMinute;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HealthEndpoints.Are(context.Request.Path)
                ? RateLimitPartition.GetNoLimiter("health")
                : RateLimitPartition.GetSlidingWindowLimiter(Asker.Of(context), _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = Segments }));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window / Segments;
            var ofEndpoint = rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null;
            await (ofEndpoint ? Problem.TooManyRequests(wait) : Problem.TooManyRequests(limit, wait)).ExecuteAsync(rejected.HttpContext);
        };
    }
}
