using Bot.Conversations.Watching;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Bot.Host.Watching;

/// <summary>
/// Adds the turn to each line of the log that leaves, and takes out what others may have put into it. Our own lines above Trace tell nothing of
/// readers; of all others only the words stay that stand in the program. The message of an error tells what it was given, and stays here.
/// </summary>
internal sealed class ToldOfLogs : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        List<KeyValuePair<string, object?>> attributes = [.. data.Attributes?.Where(_ => IsOurs(data)) ?? []];
        if (!IsOurs(data))
        {
            data.FormattedMessage = data.Body = data.Attributes?.FirstOrDefault(attribute => attribute.Key == Template).Value as string ?? "";
        }

        if (WorkedTurn.Current is { } turn)
        {
            attributes.Add(new("TurnId", turn));
        }

        if (data.Exception is { } error)
        {
            attributes.Add(new("exception.type", string.Join(" < ", Chain(error).Select(met => met.GetType().FullName))));
            attributes.Add(new("exception.stacktrace", string.Join("\n---\n", Chain(error).Select(met => met.StackTrace))));
            data.Exception = null;
        }

        data.Attributes = attributes;
    }

    private static bool IsOurs(LogRecord data) => data.LogLevel > LogLevel.Trace && data.CategoryName?.StartsWith("Bot.", StringComparison.Ordinal) == true;

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var met = error; met is not null; met = met.InnerException)
        {
            yield return met;
        }
    }
}
