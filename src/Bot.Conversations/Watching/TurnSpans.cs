using System.Diagnostics;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Watching;

/// <summary>The spans of a question outside of answering: <c>record</c>, <c>turn</c>, <c>render</c>, <c>deliver</c>.</summary>
public static class TurnSpans
{
    private const string Channel = "bot.channel";

    private static readonly ActivitySource Source = new(TurnMetrics.Name);

    /// <summary>Renders what is said in a channel's form.</summary>
    public static T Render<T>(string channel, Func<T> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        using var span = Source.StartActivity("render")?.SetTag(Channel, channel);
        return render();
    }

    internal static Activity? Record(TurnRow turn) =>
        Source.StartActivity("record")?.SetTag(Channel, turn.Channel).SetTag("bot.turn", new TurnId(turn.Id).ToString());

    internal static Activity? Turn(TurnRow turn, ActivityContext origin)
    {
        // Else it would be part of whichever request woke the worker.
        Activity.Current = null;
        return Source.StartActivity("turn", ActivityKind.Consumer, origin)
            ?.SetTag(Channel, turn.Channel).SetTag("bot.turn", new TurnId(turn.Id).ToString()).SetTag("bot.attempt", turn.Attempts);
    }

    internal static void Failed(Exception error) => Activity.Current?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().FullName);

    internal static Activity? Deliver(TurnRow turn) => Source.StartActivity("deliver")?.SetTag(Channel, turn.Channel).SetTag("bot.turn", new TurnId(turn.Id).ToString());
}
