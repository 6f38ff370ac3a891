using System.Text.Json.Nodes;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Running;

/// <summary>What people do on Discord, as the gateway tells it.</summary>
internal static class Did
{
    private static int _events = 1000;

    public static JsonObject Ask(string question, bool? isPrivate = null, string? article = null) =>
        Command("ask", [("question", question), .. isPrivate is { } said ? [("private", said)] : (ReadOnlySpan<(string, JsonNode?)>)[], .. article is null ? [] : (ReadOnlySpan<(string, JsonNode?)>)[("article", article)]]);

    public static JsonObject Command(string name, params ReadOnlySpan<(string Name, JsonNode? Value)> options) => Interaction(2, new() { ["name"] = name, ["type"] = 1, ["options"] = Options(options) });

    /// <summary>A switch among the settings of a guild, by who manages it.</summary>
    public static JsonObject Manage(string setting, bool on) => Interaction(
        2,
        new()
        {
            ["name"] = "settings",
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject { ["name"] = setting, ["type"] = 1, ["options"] = new JsonArray(new JsonObject { ["name"] = "on", ["type"] = 5, ["value"] = on }) }),
        },
        permissions: "32");

    public static JsonObject Type(string command, string typed, string locale = "en-US")
    {
        var typing = Interaction(4, new()
        {
            ["name"] = command,
            ["options"] = new JsonArray(new JsonObject { ["name"] = "article", ["type"] = 3, ["value"] = typed, ["focused"] = true }),
        });
        typing["locale"] = locale;
        return typing;
    }

    public static JsonObject ChooseAboutThis(string content) => Interaction(2, new()
    {
        ["name"] = "Ask about this",
        ["type"] = 3,
        ["target_id"] = "30",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["30"] = new JsonObject { ["id"] = "30", ["content"] = content } } },
    });

    public static JsonObject Press(CustomId id, string user = "12", string permissions = "0") => Press(id.ToString(), user, permissions);

    public static JsonObject Press(string customId, string user = "12", string permissions = "0")
    {
        var pressed = Interaction(3, new() { ["custom_id"] = customId, ["component_type"] = 2 }, user, permissions);
        pressed["message"] = new JsonObject { ["id"] = "20", ["flags"] = 4, ["interaction_metadata"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "12" } } };
        return pressed;
    }

    public static JsonObject Write(string customId, string words) => Interaction(5, new()
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray(new JsonObject { ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "words", ["value"] = words } }),
    });

    /// <summary>Installed by the user only, in somebody's private channel, where the bot is not.</summary>
    public static JsonObject Away(JsonObject interaction)
    {
        interaction.Remove("guild_id");
        interaction["user"] = interaction["member"]!["user"]!.DeepClone();
        interaction.Remove("member");
        interaction["context"] = 2;
        interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = "12" };
        return interaction;
    }

    private static JsonArray Options(ReadOnlySpan<(string Name, JsonNode? Value)> options)
    {
        var array = new JsonArray();
        foreach (var (name, value) in options)
        {
            array.Add((JsonNode)new JsonObject { ["name"] = name, ["type"] = 3, ["value"] = value });
        }

        return array;
    }

    private static JsonObject Interaction(int type, JsonObject data, string user = "12", string permissions = "0")
    {
        var id = Interlocked.Increment(ref _events);
        return new()
        {
            ["id"] = $"{id}",
            ["application_id"] = "11",
            ["type"] = type,
            ["token"] = $"token-{id}",
            ["guild_id"] = "6",
            ["channel_id"] = "7",
            ["locale"] = "en-US",
            ["context"] = 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = "6", ["1"] = "12" },
            ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = user }, ["permissions"] = permissions },
            ["data"] = data,
        };
    }
}
