using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>What Bot says to the gateway; each well below the 4096 bytes that it takes.</summary>
internal static class Commands
{
    /// <summary>
    /// Guilds, guild messages and direct messages: none of them privileged. Messages that mention the bot, and direct ones, come with their content.
    /// </summary>
    public const int Intents = (1 << 0) | (1 << 9) | (1 << 12);

    /// <summary>What others write to each other; privileged.</summary>
    public const int MessageContent = 1 << 15;

    private const int CustomStatus = 4;

    public static byte[] Heartbeat(long? sequence) => Of(Opcode.Heartbeat, data =>
    {
        if (sequence is { } last)
        {
            data.WriteNumberValue(last);
        }
        else
        {
            data.WriteNullValue();
        }
    });

    public static byte[] Identify(string token, Shard shard, int intents, string? presence) => Of(Opcode.Identify, data =>
    {
        data.WriteStartObject();
        data.WriteString("token", token);
        data.WriteNumber("intents", intents);
        data.WriteStartArray("shard");
        data.WriteNumberValue(shard.Id);
        data.WriteNumberValue(shard.Count);
        data.WriteEndArray();
        data.WriteStartObject("properties");
        data.WriteString("os", Environment.OSVersion.Platform.ToString());
        data.WriteString("browser", "bot");
        data.WriteString("device", "bot");
        data.WriteEndObject();
        if (!string.IsNullOrWhiteSpace(presence))
        {
            WritePresence(data, presence);
        }

        data.WriteEndObject();
    });

    public static byte[] Resume(string token, string session, long sequence) => Of(Opcode.Resume, data =>
    {
        data.WriteStartObject();
        data.WriteString("token", token);
        data.WriteString("session_id", session);
        data.WriteNumber("seq", sequence);
        data.WriteEndObject();
    });

    // A custom status: the only one that is nothing but words (https://discord.com/developers/docs/events/gateway-events#update-presence).
    private static void WritePresence(Utf8JsonWriter data, string words)
    {
        data.WriteStartObject("presence");
        data.WriteNull("since");
        data.WriteStartArray("activities");
        data.WriteStartObject();
        data.WriteString("name", "Custom Status");
        data.WriteNumber("type", CustomStatus);
        data.WriteString("state", words.Trim());
        data.WriteEndObject();
        data.WriteEndArray();
        data.WriteString("status", "online");
        data.WriteBoolean("afk", false);
        data.WriteEndObject();
    }

    private static byte[] Of(int op, Action<Utf8JsonWriter> data)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", op);
            writer.WritePropertyName("d");
            data(writer);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
