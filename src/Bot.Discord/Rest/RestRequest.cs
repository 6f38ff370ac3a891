namespace Bot.Discord.Rest;

/// <summary>A call of Discord's REST API.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Route">Its path with names instead of values: safe to log, and what limits are learned for.</param>
/// <param name="Path">Its path below the API's address; may carry tokens.</param>
internal sealed record RestRequest(HttpMethod Method, string Route, string Path)
{
    /// <summary>The top-level resource, for each of which Discord counts apart: a channel, a guild, a webhook with its token.</summary>
    public string TopLevelId { get; init; } = "";

    /// <summary>Its body, JSON.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether a repetition has no further effect: then it is repeated after failures whose outcome nobody knows.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Whether an interaction's token stands for the bot's; such calls don't count for the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Whether it is the first answer to an interaction, which must be there within 3 seconds and waits for nothing.</summary>
    public bool IsCallback { get; init; }

    /// <summary>A path may carry tokens: it never gets into a log by accident.</summary>
    public override string ToString() => $"{Method} {Route}";
}
