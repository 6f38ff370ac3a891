using System.ComponentModel.DataAnnotations;

namespace Bot.BotFramework.Identity;

/// <summary>How Bot talks with Azure Bot Service: the section <c>BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "BotFramework";

    /// <summary>
    /// Takes activities without a token, for development with the Agents Playground: only from this machine, only without an app id, and answers
    /// go only to this machine.
    /// </summary>
    public bool AllowAnonymousLoopback { get; set; }

    /// <summary>The cloud: <c>Public</c> or <c>UsGovernment</c>.</summary>
    public string Cloud { get; set; } = nameof(BotCloud.Public);

    /// <summary>Where the channels' signing keys are described; empty means the cloud's own place.</summary>
    public string? ChannelMetadata { get; set; }

    /// <summary>Where Microsoft Entra's signing keys are described; empty means the cloud's own place.</summary>
    public string? EntraMetadata { get; set; }

    /// <summary>Where tokens for answers are got; empty means the cloud's own place.</summary>
    public string? LoginUrl { get; set; }

    /// <summary>Applications beside the bot's own whose Entra tokens are taken, by id: agents that call this one, or a channel that has changed to Entra tokens.</summary>
    public string[] AllowedCallers { get; set; } = [];

    /// <summary>Hosts, beside those of Microsoft's channels, that answers with the bot's token may go to: an exact name, or <c>.example.org</c> for all below it.</summary>
    public string[] ServiceHosts { get; set; } = [];

    /// <summary>How long a request to a channel may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
