using Bot.Answering.Contract;
using Bot.Conversations.Channels;
using Bot.Host.Guarding;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Asking;

/// <summary>The HTTP API.</summary>
internal static class AskingServices
{
    private const string Json = "application/json";
    private const string Events = "text/event-stream";

    public static IServiceCollection AddAsking(this IServiceCollection services)
    {
        services.AddSingleton<IChannel, WebChannel>();
        services.AddSingleton<TurnFollower>();
        services.AddSingleton<AnswerResult>();
        services.AddSingleton<AnswerStream>();
        services.AddSingleton<AskEndpoint>();
        services.AddSingleton<AnswersEndpoint>();
        services.AddSingleton<PrivacyEndpoint>();
        return services;
    }

    /// <summary>Describes the API in <c>/openapi/v1.json</c>.</summary>
    public static IServiceCollection AddBotOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        return services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Bot";
            document.Info.Description = "Answers questions about articles, each sentence with the exact words that say so.";
            return Task.CompletedTask;
        }));
    }

    public static IEndpointRouteBuilder MapAsking(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ask", (HttpContext context, AskEndpoint endpoint) => endpoint.PostAsync(context))
            .Accepts<AskBody>(Json)
            .Produces<AnswerLine>(StatusCodes.Status200OK, Json, Events)
            .Produces<StageLine>(StatusCodes.Status202Accepted, Json)
            .ProducesProblems(400, 403, 413, 415, 422, 429, 503)
            .WithSummary("Asks a question.")
            .WithDescription(
                "With 'Accept: text/event-stream' the events are 'acknowledged' (the id), 'stage's, and 'answer' or 'error'. "
                + "A question asked again with the same Idempotency-Key is not answered again.")
            .WithRequestTimeout(Timed.Answer);
        app.MapDelete("/api/ask", (HttpContext context, AnswersEndpoint endpoint) => endpoint.WithdrawAsync(context))
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 409, 429, 503)
            .WithSummary("Takes back the question that was asked with the same Idempotency-Key.");
        app.MapGet("/api/answers/{id}", (string id, HttpContext context, AnswersEndpoint endpoint) => endpoint.GetAsync(id, context))
            .Produces<AnswerLine>(StatusCodes.Status200OK, Json, Events)
            .Produces<StageLine>(StatusCodes.Status202Accepted, Json)
            .ProducesProblems(404, 410, 429, 500, 503)
            .WithSummary("The answer by its id, with its corrections; 202 while it is under way.")
            .WithRequestTimeout(Timed.Answer);
        return app.MapPrivacy();
    }

    private static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/forget", (HttpContext context, PrivacyEndpoint endpoint) => endpoint.ForgetAsync(context))
            .Accepts<PrivacyBody>(Json)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 413, 415, 429, 503)
            .WithSummary("Forgets a conversation: its earlier questions no longer help to understand the next one. The record stays.");
        app.MapPost("/api/delete-my-data", (HttpContext context, PrivacyEndpoint endpoint) => endpoint.DeleteAsync(context))
            .Accepts<PrivacyBody>(Json)
            .Produces<DeletedLine>(StatusCodes.Status200OK, Json)
            .ProducesProblems(400, 413, 415, 429, 503)
            .WithSummary("Deletes all questions of a conversation, or one by its key, with their answers, at once and for good.");
        return app;
    }

    private static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemDetails>(status, "application/problem+json");
        }

        return route;
    }
}
