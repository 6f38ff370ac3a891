using System.Globalization;
using System.Text.Json;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.Conversations.Transcripts;

namespace Bot.BotFramework.DirectLine;

/// <summary>Activities on their way through a transcript: what a client says of itself is not believed, and what everybody knows is not kept.</summary>
internal static class DirectLineActivities
{
    /// <summary>The channel, as activities name it.</summary>
    public const string ChannelId = "directline";

    /// <summary>The data that orders activities for Web Chat, which else puts a stream above older messages.</summary>
    public const string SequenceId = "webchat:sequence-id";

    private const string ClientActivityId = "clientActivityID";
    private const string UserRole = "user";
    private const string BotRole = "bot";
    private const int LongestKey = 64;
    private const char IdGap = '|';

    /// <summary>The bot.</summary>
    public static ChannelAccount Bot { get; } = new() { Id = "bot", Name = "Bot", Role = BotRole };

    /// <summary>Where a reader is.</summary>
    public static ConversationReference Place(Visitor visitor, string root, string? locale) => new()
    {
        ServiceUrl = root,
        ChannelId = ChannelId,
        Conversation = new() { Id = visitor.Conversation },
        Bot = Bot,
        User = new() { Id = visitor.User, Role = UserRole },
        Locale = locale,
        IsOurs = true,
    };

    /// <summary>Types that readers send.</summary>
    public static bool MaySend(string? type) =>
        type is ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.Typing or ActivityTypes.Invoke or ActivityTypes.EndOfConversation;

    /// <summary>The key of what a client sends: the client's own name for it, so that what is sent again is kept once.</summary>
    public static string KeyOf(Activity sent) =>
        sent.ChannelData?.Words(ClientActivityId) is { Length: > 0 and <= LongestKey } own ? $"c-{own}" : $"n-{Guid.NewGuid():N}";

    /// <summary>What a reader sent, as the bot takes it.</summary>
    public static Activity Taken(Activity sent, Visitor visitor, string key, string root, DateTimeOffset now) => new()
    {
        Type = sent.Type,
        Id = IdOf(visitor.Conversation, key),
        Timestamp = now,
        ServiceUrl = root,
        ChannelId = ChannelId,
        From = new() { Id = visitor.User, Role = UserRole },
        Recipient = Bot,
        Conversation = new() { Id = visitor.Conversation },
        Locale = sent.Locale,
        Text = sent.Text,
        TextFormat = sent.TextFormat,
        Name = sent.Name,
        Value = sent.Value,
        ReplyToId = sent.ReplyToId is { } id && id.StartsWith(visitor.Conversation, StringComparison.Ordinal) ? id : null,
        ChannelData = sent.ChannelData,
        Entities = sent.Entities,
        IsOurs = true,
    };

    /// <summary>An activity as its transcript keeps it.</summary>
    public static Utterance Kept(Activity activity, string key) => new(key, Body(activity));

    /// <summary>What a reader sent, as its transcript keeps it.</summary>
    public static Utterance Echo(Activity taken) => Kept(taken, taken.Id![(taken.Id!.IndexOf(IdGap) + 1)..]);

    /// <summary>An activity that passes by.</summary>
    public static string Body(Activity activity) => ActivityJson.Text(activity with
    {
        Id = null,
        Timestamp = null,
        ServiceUrl = null,
        ChannelId = null,
        Conversation = null,
        Recipient = null,
        From = new() { Role = activity.From?.Role == UserRole ? UserRole : BotRole },
    });

    /// <summary>What a transcript kept, as its reader gets it.</summary>
    public static Activity Shown(TranscriptEntry entry, Visitor visitor) => Shown(entry.Said.Body, IdOf(visitor.Conversation, entry.Said.Key), entry.At, entry.Watermark, visitor);

    /// <summary>What passes by, as its reader gets it. The first of a stream bears the stream's name, which the others refer to.</summary>
    public static Activity Shown(string body, DateTimeOffset now, Visitor visitor)
    {
        var activity = Shown(body, IdOf(visitor.Conversation, $"p-{Guid.NewGuid():N}"), now, now.ToUnixTimeMilliseconds(), visitor);
        return LiveStream.NameOfFirst(activity) is { } stream ? activity with { Id = stream } : activity;
    }

    /// <summary>An activity's name.</summary>
    public static string IdOf(string conversation, string key) => $"{conversation}{IdGap}{key}";

    private static Activity Shown(string body, string id, DateTimeOffset at, long place, Visitor visitor)
    {
        var activity = ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(body));
        return activity with
        {
            Id = id,
            Timestamp = at,
            ChannelId = ChannelId,
            Conversation = new() { Id = visitor.Conversation },
            From = activity.From?.Role == UserRole ? new() { Id = visitor.User, Role = UserRole } : Bot,
            ChannelData = Ordered(activity.ChannelData, place),
        };
    }

    // A client may send a name twice: the last one counts.
    private static JsonElement Ordered(JsonElement? data, long place)
    {
        Dictionary<string, JsonElement> ordered = [];
        foreach (var property in data is { ValueKind: JsonValueKind.Object } known ? known.EnumerateObject() : default)
        {
            ordered[property.Name] = property.Value;
        }

        ordered[SequenceId] = JsonSerializer.SerializeToElement(place, ActivityJson.Default.Int64);
        return JsonSerializer.SerializeToElement(ordered, ActivityJson.Default.DictionaryStringJsonElement);
    }

    /// <summary>A watermark as clients send it: 0 when it is none of ours.</summary>
    public static long Watermark(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
