using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Serving;

/// <summary>How Bot shows itself on the web: the section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>
    /// Where readers reach this host, such as <c>https://bot.example.org</c>, with its path if it has one. Without it, answers link to the
    /// articles' own sources.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The largest body of a request, in bytes.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>Requests that one address may send in a minute; health checks are counted apart, to 600.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>Connections that may be open at once; more are closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 5_000;

    /// <summary>How long a request waits for an answer before it is told where to look for it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long any other request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The addresses, or networks such as 10.0.0.0/8, of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>The hosts that requests may be for, such as bot.example.org or *.example.org; any when it is empty. Health checks are let through.</summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>How long browsers that came by HTTPS are told to come by nothing else; zero tells them nothing.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "730.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan OnlyHttpsFor { get; set; } = TimeSpan.FromDays(365);

    /// <summary>The origins, such as https://news.example.org, of the sites that may show the chat in their pages; none may when it is empty.</summary>
    public string[] EmbedOrigins { get; set; } = [];
}
