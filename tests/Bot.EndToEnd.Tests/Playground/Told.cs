using System.Text.Json;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>What the bot did in a conversation, as Agents Playground took it: <c>createMessage</c>, <c>updateMessage</c>, <c>typing</c>.</summary>
internal sealed record Told(string Action, string Conversation, JsonElement Message)
{
    public bool IsNew => Action == "createMessage";

    public string Id => Words("messageId");

    public string Text => Words("text");

    /// <summary>Where its stream is: <c>informative</c>, <c>final</c>; empty outside of one.</summary>
    public string Stream => Part("streamEntity") is { } stream && stream.TryGetProperty("streamType", out var type) ? type.GetString()! : "";

    public int Citations => Part("aiEntity") is { } entity && entity.TryGetProperty("citation", out var cited) ? cited.GetArrayLength() : 0;

    public IEnumerable<string> Buttons => Part("suggestedActions") is { } suggested
        ? suggested.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!)
        : [];

    public static Told Of(JsonElement told) => new(
        told.GetProperty("action").GetString()!,
        told.TryGetProperty("actionConversationId", out var conversation) ? conversation.GetString()! : "",
        told.TryGetProperty("message", out var message) ? message : default);

    private string Words(string name) =>
        Message.ValueKind == JsonValueKind.Object && Message.TryGetProperty(name, out var words) && words.ValueKind == JsonValueKind.String ? words.GetString()! : "";

    private JsonElement? Part(string name) =>
        Message.ValueKind == JsonValueKind.Object && Message.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;
}
