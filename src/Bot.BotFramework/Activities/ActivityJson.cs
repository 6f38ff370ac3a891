using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.BotFramework.DirectLine;

namespace Bot.BotFramework.Activities;

/// <summary>Activities as JSON.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(MessageEntity))]
[JsonSerializable(typeof(StreamInfo))]
[JsonSerializable(typeof(LiveStream))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(BeginningBody))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true)]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    // Sent to programs and never into a page: other scripts stay as they are and count as what they are.
    private static readonly ActivityJson Relaxed = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Reads an activity; empty places in its lists are dropped.</summary>
    /// <exception cref="MalformedActivityException">It is none, and the message says where.</exception>
    public static Activity Read(ReadOnlySpan<byte> json)
    {
        try
        {
            WellFormedText.Check(json);
            return Whole(JsonSerializer.Deserialize(json, Relaxed.Activity));
        }
        catch (JsonException wrong)
        {
            throw Malformed(wrong);
        }
    }

    /// <summary>Reads an activity that was parsed already.</summary>
    /// <exception cref="MalformedActivityException">It is none, and the message says where.</exception>
    public static Activity Read(JsonElement json)
    {
        try
        {
            return Whole(json.Deserialize(Relaxed.Activity));
        }
        catch (JsonException wrong)
        {
            throw Malformed(wrong);
        }
    }

    /// <summary>An activity as JSON.</summary>
    public static byte[] Write(Activity activity) => Bytes(activity);

    /// <summary>Something of the protocol as JSON text.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, InfoOf<T>());

    /// <summary>Something of the protocol as JSON in UTF-8.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, InfoOf<T>());

    /// <summary>Something of the protocol as a JSON value.</summary>
    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, InfoOf<T>());

    /// <summary>Something of the protocol from JSON; <see langword="null"/> when it is something else.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, InfoOf<T>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Relaxed.GetTypeInfo(typeof(T))!;

    private static Activity Whole(Activity? activity) => activity is null
        ? throw new MalformedActivityException("The body is 'null': send an activity, an object with a \"type\".")
        : activity with
        {
            Attachments = Present(activity.Attachments),
            MembersAdded = Present(activity.MembersAdded),
            MembersRemoved = Present(activity.MembersRemoved),
            SuggestedActions = activity.SuggestedActions is { } suggested ? suggested with { To = Present(suggested.To), Actions = Present(suggested.Actions) } : null,
        };

    private static T[]? Present<T>(IReadOnlyList<T>? list) where T : class => list is null ? null : [.. list.Where(item => item is not null)];

    private static MalformedActivityException Malformed(JsonException wrong) =>
        new($"The body is no activity: what stands at '{wrong.Path ?? "$"}' (line {wrong.LineNumber + 1}) cannot be read; see the Activity protocol for its type.");
}
