using System.Text.Json;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>A request as the scripted server got it.</summary>
internal sealed record ModelRequest(string Path, string? Authorization, JsonElement Body)
{
    public string? Model => Text("model");

    public bool IsStreaming => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    /// <summary>Each message as its role and text, in order.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages =>
        [.. Body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, TextOf(message.GetProperty("content"))))];

    public string System => Messages.Single(message => message.Role == "system").Text;

    public string User => Messages.Single(message => message.Role == "user").Text;

    private string? Text(string property) => Body.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
