using System.Diagnostics;
using OpenTelemetry;

namespace Bot.Host.Watching;

/// <summary>
/// Takes out of each span, whoever made it, all that is not on a list: addresses, headers and messages of errors carry readers' words and tokens.
/// What is added to the frameworks' spans one day stays out until somebody lists it here.
/// </summary>
internal sealed class ToldOfSpans : BaseProcessor<Activity>
{
    private static readonly string[] OwnPrefixes = ["bot.", "gen_ai."];

    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "error.type", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "server.address", "server.port", "url.scheme", "url.template",
    };

    public override void OnEnd(Activity data)
    {
        var fromOutside = data.Kind == ActivityKind.Server;
        foreach (var (name, _) in data.TagObjects.ToArray())
        {
            // Whom a request says it came to is the sender's word.
            if (!IsTold(name) || (fromOutside && name is "server.address" or "server.port"))
            {
                data.SetTag(name, null);
            }
        }

        if (!data.Source.Name.StartsWith("Bot.", StringComparison.Ordinal))
        {
            data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route")}".TrimEnd();
        }

        data.SetStatus(data.Status);

        // Nothing would mean the parent's, which is what the sender wrote.
        data.TraceStateString = "";
    }

    private static bool IsTold(string name) => Told.Contains(name) || OwnPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
