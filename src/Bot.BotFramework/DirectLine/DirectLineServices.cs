using Bot.Conversations.Channels;
using Bot.Knowledge.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.DirectLine;

/// <summary>
/// Registers our own Direct Line 3.0 server, for our page and for Web Chats of others
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference).
/// </summary>
public static class DirectLineServices
{
    /// <summary>Where it is.</summary>
    public const string Path = "/v3/directline";

    private const string Cors = "directline";

    /// <summary>Adds it beside <see cref="BotFrameworkServices.AddBotFramework"/>. Settings are read from <c>DirectLine</c> and validated at start.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddSettings<DirectLineOptions, DirectLineValidator>(DirectLineOptions.Section);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, options) => cors.AddPolicy(Cors, policy => policy
            .WithOrigins(options.Value.AllowedOrigins)
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddSingleton<Origins>();
        services.AddSingleton<Seats>();
        services.AddSingleton<VisitorTokens>();
        services.AddSingleton<DirectLineTranscript>();
        services.AddSingleton<DirectLineStream>();
        services.AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<IChannel, DirectLineChannel>();
        return services;
    }

    /// <summary>Maps it. Before it the pipeline needs WebSockets and CORS.</summary>
    /// <param name="app">The application.</param>
    /// <param name="address">Who counts as one address, for limits.</param>
    /// <param name="limits">Adds the limits of beginning conversations and of sending activities.</param>
    public static void MapDirectLine(
        this IEndpointRouteBuilder app,
        Func<HttpContext, string> address,
        DirectLineLimits limits)
    {
        var routes = app.MapGroup(Path).RequireCors(Cors).ExcludeFromDescription();
        limits.Conversations(routes.MapPost("/tokens/generate", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.GenerateAsync)));
        routes.MapPost("/tokens/refresh", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.RefreshAsync));
        routes.MapPost("/conversations", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.BeginAsync));
        routes.MapGet("/conversations/{id}", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.ResumeAsync));
        routes.MapGet("/conversations/{id}/activities", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.ReadAsync));
        limits.Activities(routes.MapPost("/conversations/{id}/activities", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.PostAsync)));
        limits.Activities(routes.MapPost("/conversations/{id}/upload", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.AskAsync(context, answer.UploadAsync)));
        limits.Stream(routes.MapGet("/conversations/{id}/stream", (HttpContext context, DirectLineGate gate, DirectLineEndpoints answer) => gate.ConnectAsync(context, address(context), answer.StreamAsync)));
    }
}

/// <summary>The limits that a host sets to what readers may send.</summary>
/// <param name="Conversations">To beginning conversations.</param>
/// <param name="Activities">To sending activities.</param>
/// <param name="Stream">To sockets, which stay open for long.</param>
public sealed record DirectLineLimits(Action<RouteHandlerBuilder> Conversations, Action<RouteHandlerBuilder> Activities, Action<RouteHandlerBuilder> Stream);
