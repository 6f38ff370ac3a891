using System.Net;
using Bot.Host.Asking;
using Bot.Host.Serving;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Host.Guarding;

/// <summary>What stands before every endpoint: limits, headers, and errors that say what to do and show no insides.</summary>
internal static class GuardServices
{
    // Beyond the wait for an answer, for writing it.
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddGuards(this IServiceCollection services)
    {
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = problem => problem.ProblemDetails.Detail ??= CureOf(problem.HttpContext));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<WebOptions>>(RequestRate.Configure);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<WebOptions>>((timeouts, web) =>
        {
            timeouts.DefaultPolicy = new() { Timeout = web.Value.RequestWithin };
            timeouts.AddPolicy(Timed.Answer, web.Value.AnswerWithin + Writing);
        });
        services.AddSingleton<HostNames>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>(Trust);
        return services;
    }

    public static void UseGuards(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UsePathBase(app.Services.GetRequiredService<PublicAddress>().PathBase);
        app.Use(next => context => SecurityHeaders.AddAsync(context, next, app.Services.GetRequiredService<IOptions<WebOptions>>().Value.OnlyHttpsFor));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = SayAsync, SuppressDiagnosticsCallback = met => met.Exception is BadHttpRequestException });
        app.UseStatusCodePages();
        app.Use(next => context => app.Services.GetRequiredService<HostNames>().PassAsync(context, next));
        app.UseWebSockets();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IOptions<WebOptions> web)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders = web.Value.TrustedProxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in web.Value.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }

    // For what no endpoint of ours has worded.
    private static string CureOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at '{context.Request.Path}': /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => $"'{context.Request.Path}' knows no {context.Request.Method}: /openapi/v1.json lists what it knows.",
        StatusCodes.Status415UnsupportedMediaType => $"The header Content-Type is '{context.Request.ContentType}': send 'application/json'.",
        StatusCodes.Status504GatewayTimeout => "The request took too long and was stopped: try it again.",
        var status => $"The request '{context.Request.Method} {context.Request.Path}' ended with {status}: /openapi/v1.json says how it is made.",
    };

    private static Task SayAsync(HttpContext context)
    {
        // What was set before is cleared with all else that the failed response had.
        SecurityHeaders.Set(context, context.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value.OnlyHttpsFor);
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? Problem.Of(bad.StatusCode, "The request cannot be read.", bad.Message)
            : Problem.Of(
                StatusCodes.Status500InternalServerError,
                "Bot failed.",
                $"The request '{context.Request.Method} {context.Request.Path}' met an error of ours, which is in the log as {context.TraceIdentifier}. Try it again.");
        return problem.ExecuteAsync(context);
    }
}
