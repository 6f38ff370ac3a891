using System.Text.Json;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Reads the messages of a request for a chat completion.</summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/chat/create"/>
internal static class RequestBody
{
    /// <summary>All that the model is told, message after message.</summary>
    public static string PromptOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return string.Join("\n\n", json.RootElement.GetProperty("messages").EnumerateArray().Select(message => TextOf(message.GetProperty("content"))));
    }

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.Array
        ? string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : ""))
        : content.GetString() ?? "";
}
