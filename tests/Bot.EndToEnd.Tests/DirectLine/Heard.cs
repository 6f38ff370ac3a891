using System.Text.Json;

namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>An activity, as a client hears it.</summary>
internal sealed record Heard(JsonElement Activity)
{
    public string Id => Words("id");

    public bool IsMessage => Words("type") == "message";

    public bool IsMine => Activity.GetProperty("from").GetProperty("role").GetString() == "user";

    public string Text => Words("text");

    public string ReplyTo => Words("replyToId");

    /// <summary>The client's own name for what it sent.</summary>
    public string ClientId => Activity.GetProperty("channelData").TryGetProperty("clientActivityID", out var id) ? id.GetString()! : "";

    /// <summary>Its place among the others.</summary>
    public long Sequence => Activity.GetProperty("channelData").GetProperty("webchat:sequence-id").GetInt64();

    /// <summary>The titles of what it cites.</summary>
    public IEnumerable<string?> Cited => Activity.TryGetProperty("entities", out var entities)
        ? [.. entities.EnumerateArray().SelectMany(entity => entity.GetProperty("citation").EnumerateArray()).Select(claim => claim.GetProperty("appearance").GetProperty("name").GetString())]
        : [];

    /// <summary>A test that fails prints it.</summary>
    public override string ToString() => $"{Id}: {Text}";

    private string Words(string name) => Activity.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
