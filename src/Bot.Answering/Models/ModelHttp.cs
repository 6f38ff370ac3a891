using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Answering.Models;

/// <summary>
/// The one HTTP client of the model, and the one place where its requests are repeated. Its limits fit a slow model: an attempt ends when the
/// endpoint starts to respond, and how long the reply itself may take is <see cref="ReplyStream"/>'s business.
/// </summary>
internal static class ModelHttp
{
    /// <summary>The client's name.</summary>
    public const string ClientName = "model";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BreakFor = TimeSpan.FromSeconds(30);

    /// <summary>Registers the client.</summary>
    public static void AddModelClient(this IServiceCollection services) => services
        .AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect would carry readers' questions to an address nobody configured.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .AddHttpMessageHandler(() => new TokenLimitHandler())
        .AddResilienceHandler(ClientName, (pipeline, context) => AddStrategies(
            pipeline, context.ServiceProvider.GetRequiredService<IOptions<ModelOptions>>().Value,
            context.ServiceProvider.GetRequiredService<TimeProvider>()));

    private static void AddStrategies(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ModelOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = TimeSpan.FromSeconds(0.5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = attempt => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(attempt.Outcome) && !AsksForTooLong(attempt.Outcome.Result, options, time)),
            });
        }

        pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromTicks(Math.Max(TimeSpan.FromMinutes(1).Ticks, 2 * options.AttemptTimeout.Ticks)),
                BreakDuration = BreakFor,
            })
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.AttemptTimeout });
    }

    // Who is told to come back in ten minutes answers the reader without the model now.
    private static bool AsksForTooLong(HttpResponseMessage? response, ModelOptions options, TimeProvider time) =>
        (response?.Headers.RetryAfter) switch
        {
            { Delta: { } delta } => delta > options.FirstTokenTimeout / 2,
            { Date: { } date } => date - time.GetUtcNow() > options.FirstTokenTimeout / 2,
            _ => false,
        };
}
