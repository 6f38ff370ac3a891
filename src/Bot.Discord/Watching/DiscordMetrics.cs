using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Discord.Gateway;
using Bot.Discord.Rest;

namespace Bot.Discord.Watching;

/// <summary>Counts and times what passes between Bot and Discord. Labels are words of ours and of Discord's description: no ids, no tokens.</summary>
internal static class DiscordMetrics
{
    /// <summary>The meter's and the spans' name.</summary>
    public const string Name = "Bot.Discord";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    private static readonly Histogram<double> Heartbeats =
        Meter.CreateHistogram("bot.discord.heartbeat.latency", "s", "From a heartbeat to its acknowledgement by the gateway.", tags: null, Seconds);

    private static readonly Counter<long> Sessions =
        Meter.CreateCounter<long>("bot.discord.sessions", "{session}", "Sessions of the gateway that were begun (identified, which Discord counts) or taken up (resumed).");

    private static readonly Counter<long> Ends =
        Meter.CreateCounter<long>("bot.discord.connection.ends", "{connection}", "Connections to the gateway that ended, by what follows: resume, identify or nothing (fatal).");

    private static readonly Counter<long> Events =
        Meter.CreateCounter<long>("bot.discord.events", "{event}", "Events of the gateway's that were taken, and whether they could be dealt with.");

    private static readonly Histogram<double> Waits =
        Meter.CreateHistogram("bot.discord.ratelimit.wait", "s", "How long requests waited for Discord's limits, by whose it is.", tags: null, Seconds);

    private static readonly Counter<long> Refusals =
        Meter.CreateCounter<long>("bot.discord.ratelimit.refusals", "{request}", "Requests that Discord refused for its limits, by whose it is.");

    /// <summary>The gateway heard a heartbeat.</summary>
    public static void Heard(TimeSpan latency) => Heartbeats.Record(latency.TotalSeconds);

    /// <summary>A session goes on.</summary>
    public static void Ready(string type) => Sessions.Add(1, new KeyValuePair<string, object?>("how", type == "READY" ? "identified" : "resumed"));

    /// <summary>A connection ended.</summary>
    public static void Ended(Ending ending) => Ends.Add(1, new KeyValuePair<string, object?>("then", ending switch
    {
        Ending.Resume => "resume",
        Ending.Identify => "identify",
        _ => "fatal",
    }));

    /// <summary>An event was dealt with, or could not be.</summary>
    public static void Taken(bool done) => Events.Add(1, new KeyValuePair<string, object?>("done", done));

    /// <summary>A request waited.</summary>
    public static void Waited(TimeSpan wait, string limit) => Waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("limit", limit));

    /// <summary>A request was refused.</summary>
    public static void Refused(string? scope) => Refusals.Add(1, new KeyValuePair<string, object?>("limit", scope is RateLimit.Global or RateLimit.Shared ? scope : "user"));

    /// <summary>An event is dealt with.</summary>
    /// <param name="type">Its type, as Discord describes it.</param>
    public static Activity? Event(string type) => Source.StartActivity("gateway event", ActivityKind.Consumer)?.SetTag("bot.discord.event", type);

    /// <summary>A request is sent: its path is told as Discord describes it, for in its own are tokens.</summary>
    public static Activity? Request(RestRequest request) =>
        Source.StartActivity($"{request.Method} {request.Route}", ActivityKind.Client)?.SetTag("http.request.method", request.Method.Method).SetTag("url.template", request.Route);
}
