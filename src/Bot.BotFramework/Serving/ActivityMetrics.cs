using System.Diagnostics.Metrics;
using Bot.BotFramework.Activities;

namespace Bot.BotFramework.Serving;

/// <summary>Counts what channels send, in <c>bot.activities</c> with its <c>type</c> and <c>outcome</c>.</summary>
internal sealed class ActivityMetrics : IDisposable
{
    public const string MeterName = "Bot.BotFramework";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.MessageReaction, ActivityTypes.ConversationUpdate,
        ActivityTypes.InstallationUpdate, ActivityTypes.Typing, ActivityTypes.Event, ActivityTypes.Invoke, ActivityTypes.EndOfConversation,
    };

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _activities;

    public ActivityMetrics() => _activities = _meter.CreateCounter<long>("bot.activities", unit: "{activity}", description: "Activities that channels sent.");

    /// <summary>Counts one; types that others invent are counted as one.</summary>
    public void Count(string? type, string outcome) =>
        _activities.Add(1, new("type", type is not null && Known.Contains(type) ? type : "other"), new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
