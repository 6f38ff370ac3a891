using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.DirectLine;
using Bot.BotFramework.Serving;
using Bot.Fuzz.Running;

namespace Bot.Fuzz.Targets;

/// <summary>The reader of activities, and all that is looked at in one before it is a question.</summary>
internal sealed class ActivityTarget : IFuzzTarget
{
    private static readonly Visitor Somebody = new("conversation", "dl_user", null, null);

    public string Name => "activity";

    public string Promise => "An activity or MalformedActivityException; what was read is written and read again as the same; nothing in it makes a reader of it throw.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(
        """{"type":"message","id":"1","timestamp":"2026-11-22T10:00:00Z","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams","from":{"id":"29:a","name":"Ann","aadObjectId":"x"},"conversation":{"id":"19:x","conversationType":"channel","tenantId":"t","isGroup":true},"recipient":{"id":"28:b","name":"Bot"},"text":"<at>Bot</at> How long is Line 1?","entities":[{"type":"mention","mentioned":{"id":"28:b","name":"Bot"},"text":"<at>Bot</at>"},{"type":"clientInfo","locale":"en-GB"}],"channelData":{"tenant":{"id":"t"},"clientActivityID":"abc"},"locale":"en-GB"}""",
        """{"type":"invoke","name":"message/submitAction","id":"2","serviceUrl":"https://x/","channelId":"msteams","from":{"id":"a"},"conversation":{"id":"c"},"recipient":{"id":"b"},"replyToId":"1","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}}""",
        """{"type":"conversationUpdate","id":"3","serviceUrl":"https://x/","channelId":"webchat","conversation":{"id":"c"},"recipient":{"id":"b"},"membersAdded":[{"id":"b"},{"id":"u"}],"membersRemoved":[]}""",
        """{"type":"event","name":"x","id":"4","serviceUrl":"https://x/","channelId":"directline","from":{"id":"u"},"conversation":{"id":"c"},"entities":[{"type":"https://schema.org/Action","@id":"_:feedback/AAAA/up"}],"suggestedActions":{"to":["a"],"actions":[{"type":"imBack","title":"t","value":"v"}]},"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}""");

    public IReadOnlyList<string> Words { get; } =
        ["type", "id", "timestamp", "serviceUrl", "channelId", "from", "recipient", "conversation", "text", "entities", "value", "channelData", "membersAdded", "suggestedActions", "attachments", "locale", "name", "mentioned", "<at>Bot</at>", "mention", "clientInfo", "feedback", "actionValue", "@id", "[null]", "{\"a\":", "\\udc00", "message", "invoke"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            var activity = ActivityJson.Read(input);
            Look(activity);
            var written = ActivityJson.Write(activity);
            BrokenPromiseException.Unless(ActivityJson.Write(ActivityJson.Read(written)).AsSpan().SequenceEqual(written), "Written and read again it is another.");
            return new($"{activity.Type?.Length} {activity.Entities?.Count} {activity.Mentions().Count()} {activity.Value?.ValueKind} {activity.ChannelData?.ValueKind} {activity.Properties?.Count} {activity.Text is null} {activity.MembersAdded?.Count}");
        }
        catch (MalformedActivityException malformed)
        {
            return new(Texts.Bare(malformed.Message));
        }
    }

    private static void Look(Activity activity)
    {
        _ = MentionText.NamesBot(activity);
        _ = MentionText.Of(activity);
        _ = activity.SpokenLocale();
        _ = FeedbackReading.OfEvent(activity);
        _ = FeedbackReading.OfInvoke(activity);
        if (activity is { ServiceUrl: not null, ChannelId: not null, Conversation: not null })
        {
            var reference = ConversationReference.Of(activity);
            BrokenPromiseException.Unless(ConversationReference.Read(reference.Write()).Write() == reference.Write(), "A place written and read again is another.");
        }

        var taken = DirectLineActivities.Taken(activity, Somebody, DirectLineActivities.KeyOf(activity), "https://bot.example", DateTimeOffset.UnixEpoch);
        var kept = DirectLineActivities.Echo(taken);
        _ = DirectLineActivities.Shown(kept.Body, DateTimeOffset.UnixEpoch, Somebody);
    }
}
