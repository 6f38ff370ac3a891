using System.ComponentModel.DataAnnotations;

namespace Bot.BotFramework.DirectLine;

/// <summary>How our own page and other Direct Line clients are served: the section <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "DirectLine";

    /// <summary>How long a token is good; clients refresh theirs every 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Conversations that one address may begin in a minute.</summary>
    [Range(1, 1_000_000)]
    public int ConversationsPerMinute { get; set; } = 20;

    /// <summary>Activities that one address may send in a minute: questions, presses of buttons.</summary>
    [Range(1, 1_000_000)]
    public int ActivitiesPerMinute { get; set; } = 60;

    /// <summary>Sockets that one address may have open.</summary>
    [Range(1, 1_000_000)]
    public int SocketsPerAddress { get; set; } = 50;

    /// <summary>After how long without news a socket is told that it is still connected, which keeps proxies from closing it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Origins, beside our own, whose pages may talk with the bot by a Web Chat of their own, such as <c>https://news.example.org</c>.</summary>
    public string[] AllowedOrigins { get; set; } = [];
}
