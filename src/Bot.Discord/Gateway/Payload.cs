using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>What the gateway says (https://discord.com/developers/docs/events/gateway-events#payload-structure).</summary>
/// <param name="Op">What it is for.</param>
/// <param name="Sequence">Its number among a session's events; <see langword="null"/> for all else.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Data">What it carries.</param>
internal sealed record Payload(int Op, long? Sequence, string? Type, JsonElement Data)
{
    /// <summary>Reads one; <see langword="null"/> when it is none.</summary>
    public static Payload? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.Number && op.TryGetInt32(out var code)
                ? new(code, Number(root), Text(root), root.TryGetProperty("d", out var data) ? data.Clone() : default)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Number(JsonElement root) =>
        root.TryGetProperty("s", out var sequence) && sequence.ValueKind == JsonValueKind.Number && sequence.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement root) => root.TryGetProperty("t", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
}
