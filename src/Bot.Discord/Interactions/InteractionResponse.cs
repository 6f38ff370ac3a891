using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Interactions;

/// <summary>First answers to interactions (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object).</summary>
internal static class InteractionResponse
{
    /// <summary>The longest title of a form, and label of its field.</summary>
    public const int MostTitle = 45;

    private const int Paragraph = 2;

    /// <summary>A message, which only who did it sees.</summary>
    public static byte[] Private(Message message) => Of(message, isPrivate: true);

    /// <summary>A message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isPrivate">Whether only who did it sees it.</param>
    public static byte[] Of(Message message, bool isPrivate) =>
        Of(4, JsonSerializer.SerializeToNode(isPrivate ? message with { Flags = message.Flags | Message.Ephemeral } : message, DiscordJson.Default.Message));

    /// <summary>The message with the button becomes this one.</summary>
    public static byte[] Instead(Message message) => Of(7, JsonSerializer.SerializeToNode(message, DiscordJson.Default.Message));

    /// <summary>The answer comes later.</summary>
    /// <param name="isPrivate">Whether only the asker will see it: that cannot be changed any more.</param>
    public static byte[] Deferred(bool isPrivate) => Of(5, isPrivate ? new JsonObject { ["flags"] = Message.Ephemeral } : null);

    /// <summary>The message stays as it is.</summary>
    public static byte[] Nothing() => Of(6, null);

    /// <summary>What an option that is being typed may be.</summary>
    public static byte[] Choices(IReadOnlyList<Choice> choices) => Of(8, new JsonObject { ["choices"] = JsonSerializer.SerializeToNode(choices, DiscordJson.Default.IReadOnlyListChoice) });

    /// <summary>A form with one field of several lines.</summary>
    /// <param name="customId">What comes back with it.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="label">What stands above the field.</param>
    /// <param name="most">The most characters.</param>
    /// <param name="required">Whether something must be written.</param>
    /// <param name="value">What stands there already.</param>
    public static byte[] Form(string customId, string title, string label, int most, bool required, string? value = null) => Of(9, new JsonObject
    {
        ["custom_id"] = customId,
        ["title"] = title,
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["label"] = label,
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "words", ["style"] = Paragraph, ["max_length"] = most, ["required"] = required, ["value"] = value },
        }),
    });

    private static byte[] Of(int type, JsonNode? data)
    {
        var response = new JsonObject { ["type"] = type };
        if (data is not null)
        {
            response["data"] = data;
        }

        return JsonSerializer.SerializeToUtf8Bytes(response);
    }
}
