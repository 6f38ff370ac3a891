using System.Text.Json;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A message as it was sent.</summary>
internal static class SentMessage
{
    public static string Id(this JsonElement message) => message.GetProperty("id").GetString()!;

    public static int Flags(this JsonElement message) => message.TryGetProperty("flags", out var flags) ? flags.GetInt32() : 0;

    /// <summary>Its buttons, in order.</summary>
    public static IEnumerable<(string Label, string CustomId)> Buttons(this JsonElement message) =>
        message.GetProperty("components").EnumerateArray()
            .SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Select(button => (LabelOf(button), button.GetProperty("custom_id").GetString()!));

    /// <summary>What a button carries.</summary>
    public static string Button(this JsonElement message, string label) => message.Buttons().First(button => button.Label == label).CustomId;

    private static string LabelOf(JsonElement button) =>
        button.TryGetProperty("label", out var label) ? label.GetString()! : button.GetProperty("emoji").GetProperty("name").GetString()!;
}
