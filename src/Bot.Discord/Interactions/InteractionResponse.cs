using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Interactions;

/// <summary>First answers to interactions (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object).</summary>
internal static class InteractionResponse
{
    /// <summary>The longest title of a form, and label of its field.</summary>
    public const int MostTitle = 45;

    private const int Ephemeral = 64;
    private const int Paragraph = 2;

    /// <summary>A message, which only who did it sees.</summary>
    public static byte[] Private(Message message) =>
        Of(4, JsonSerializer.SerializeToNode(message with { Flags = message.Flags | Ephemeral }, DiscordJson.Default.Message));

    /// <summary>The answer comes later.</summary>
    /// <param name="isPrivate">Whether only the asker will see it: that cannot be changed any more.</param>
    public static byte[] Deferred(bool isPrivate) => Of(5, isPrivate ? new JsonObject { ["flags"] = Ephemeral } : null);

    /// <summary>The message stays as it is.</summary>
    public static byte[] Nothing() => Of(6, null);

    /// <summary>A form with one field of several lines.</summary>
    public static byte[] Form(string customId, string title, string label, int most, bool required) => Of(9, new JsonObject
    {
        ["custom_id"] = customId,
        ["title"] = title,
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["label"] = label,
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "words", ["style"] = Paragraph, ["max_length"] = most, ["required"] = required },
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
