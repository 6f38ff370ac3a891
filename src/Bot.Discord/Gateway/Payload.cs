using System.Text.Json;
using Bot.Discord.Messages;

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
            return root.At("op").Whole() is { } code and >= int.MinValue and <= int.MaxValue
                ? new((int)code, root.At("s").Whole(), root.Words("t") is { Length: > 0 } type ? type : null, root.At("d")?.Clone() ?? default)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
