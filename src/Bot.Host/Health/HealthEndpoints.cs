using System.Text.Json.Serialization;
using Bot.Conversations.Records;
using Bot.Discord.Hosting;
using Bot.Host.Serving;

namespace Bot.Host.Health;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: it can take questions, and says what is missing if it cannot.</summary>
internal static class HealthEndpoints
{
    private const string Root = "/health";

    /// <summary>Whether a path is a health check's: those are not counted.</summary>
    public static bool Are(PathString path) => path.StartsWithSegments(Root);

    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Root}/live", () => Results.Text("live")).Produces<string>(200, "text/plain").WithSummary("Whether the process runs.");
        app.MapGet(
                $"{Root}/ready",
                async (Readiness readiness, CancellationToken cancellationToken) =>
                {
                    var state = await readiness.LookAsync(cancellationToken);
                    return Results.Json(state, statusCode: state.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
                })
            .Produces<ReadyState>()
            .Produces<ReadyState>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Whether questions can be taken.");
        return app;
    }
}

/// <summary>Whether questions can be taken.</summary>
/// <param name="Ready">Whether all of it is there.</param>
/// <param name="Articles">The articles are read.</param>
/// <param name="Record">The record can be read.</param>
/// <param name="Stopping">Bot is being stopped.</param>
/// <param name="Discord">How Bot stands with Discord; questions that come otherwise are taken whatever it is.</param>
internal sealed record ReadyState([property: JsonPropertyOrder(-1)] bool Ready, bool Articles, bool Record, bool Stopping, DiscordState Discord);

/// <summary>Looks whether questions can be taken.</summary>
internal sealed class Readiness(ServedKnowledge knowledge, RecordedTurns turns, RecordReading record, Drain drain, DiscordHealth discord)
{
    public async Task<ReadyState> LookAsync(CancellationToken cancellationToken)
    {
        var (read, _) = await record.TryAsync(CheckAsync, cancellationToken);
        return new(knowledge.Open && read && !drain.Draining, knowledge.Open, read, drain.Draining, discord.Look());
    }

    private async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        await turns.CheckAsync(cancellationToken);
        return true;
    }
}
