using System.ComponentModel.DataAnnotations;

namespace Bot.Discord;

/// <summary>How Bot talks with Discord: the section <c>Discord</c>.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, from the developer portal. Without it and without a public key there is no Discord.</summary>
    public string? Token { get; set; }

    /// <summary>The application's id, from the developer portal; with a token Bot finds it out.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's public key, from the developer portal, 64 hexadecimal digits: Discord then brings interactions over HTTP.</summary>
    public string? PublicKey { get; set; }

    /// <summary>What is shown as the bot's status; nothing is when it is empty.</summary>
    public string? Presence { get; set; } = "Ask me about the articles";

    /// <summary>The connections to the gateway, over all processes; without it, as many as Discord recommends. With 0 there are none, and only interactions over HTTP.</summary>
    [Range(0, 10_000)]
    public int? Shards { get; set; }

    /// <summary>Discord's REST API, with its version.</summary>
    public string ApiUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>The ids of the guilds (servers) that are served; every one when it is empty.</summary>
    public IList<string> Guilds { get; init; } = [];

    /// <summary>Whether users who installed the bot for themselves are served, wherever they use it.</summary>
    public bool UserInstalls { get; set; } = true;

    /// <summary>
    /// Whether every message in a thread that the bot opened is a question. It needs the privileged intent "Message Content", which is enabled in the developer portal (Bot, Privileged
    /// Gateway Intents); without it messages come without their words.
    /// </summary>
    public bool ThreadMessages { get; set; }

    /// <summary>What the gateway tells of.</summary>
    internal int Intents => Gateway.Commands.Intents | (ThreadMessages ? Gateway.Commands.MessageContent : 0);

    /// <summary>How long a request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long what somebody does may take before they are asked to try again, in time for Discord, which waits for 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AcknowledgeWithin { get; set; } = TimeSpan.FromMilliseconds(900);

    /// <summary>What of <see cref="AcknowledgeWithin"/> the work itself may take: the rest is for saying in its own words that it took too long.</summary>
    internal TimeSpan WorkWithin => AcknowledgeWithin - TimeSpan.FromMilliseconds(100);

    /// <summary>How long a request may be held back for Discord's limits; when they ask for more, it is given back to be tried later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The most requests a second, over all of Discord; large bots may ask Discord for more than its 50.</summary>
    [Range(1, 10_000)]
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Whether there are connections to the gateway.</summary>
    internal bool HasGateway => Token is not null && Shards != 0;
}
