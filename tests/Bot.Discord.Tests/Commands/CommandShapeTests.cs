using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Commands;
using Bot.Discord.Messages;

namespace Bot.Discord.Tests.Commands;

/// <summary>Commands are registered only when they differ: what differs, and what does not.</summary>
public sealed class CommandShapeTests
{
    private const string Ours = """
        [
          {
            "name": "settings", "type": 1, "description": "Settings", "description_localizations": { "de": "Einstellungen", "fr": "Réglages" },
            "default_member_permissions": "32", "integration_types": [0, 1], "contexts": [0],
            "options": [
              {
                "type": 1, "name": "channels", "description": "Channels",
                "options": [
                  { "type": 7, "name": "channel", "description": "Which", "required": true, "channel_types": [5, 0] },
                  { "type": 4, "name": "days", "description": "How many", "min_value": 1, "max_value": 30 },
                  { "type": 3, "name": "how", "description": "How", "choices": [{ "name": "All", "value": "" }, { "name": "None", "value": "none", "name_localizations": { "de": "Keine" } }] }
                ]
              },
              { "type": 1, "name": "roles", "description": "Roles", "options": [{ "type": 8, "name": "role", "description": "Which" }, { "type": 6, "name": "user", "description": "Who" }] }
            ]
          },
          { "name": "Ask about this", "type": 3, "description": "" },
          { "name": "ask", "description": "Ask", "options": [{ "type": 3, "name": "question", "description": "What", "required": true, "autocomplete": true, "max_length": 2000 }] }
        ]
        """;

    // What Discord says of the same.
    private static JsonArray Theirs()
    {
        var theirs = JsonNode.Parse(Ours)!.AsArray();
        var reversed = theirs.Select(command => command!.DeepClone().AsObject()).Reverse().ToArray();
        foreach (var command in reversed)
        {
            (command["id"], command["application_id"], command["version"], command["dm_permission"], command["nsfw"], command["default_permission"]) = ("1", "2", "3", true, false, true);
            command["name_localizations"] ??= null;
            command["description_localizations"] ??= new JsonObject();
            command["default_member_permissions"] ??= null;
            command["options"] ??= new JsonArray();
            command["type"] ??= 1;
            command["contexts"] ??= new JsonArray(2, 0, 1);
            command["integration_types"] = new JsonArray([.. (command["integration_types"]?.AsArray() ?? [0]).Select(type => type!.DeepClone()).Reverse()]);
        }

        var channel = Options(reversed[2])[0]!["options"]!;
        channel[0]!["channel_types"] = new JsonArray(0, 5);
        channel[1]!["required"] = false;
        channel[1]!["min_value"] = 1.0;
        channel[2]!["max_length"] = 6000;
        channel[2]!["choices"]![0]!["name_localizations"] = null;
        reversed[2]["description_localizations"] = new JsonObject { ["fr"] = "Réglages", ["de"] = "Einstellungen" };
        return new([.. reversed]);
    }

    [Fact]
    public void Numbers_defaults_and_order_of_Discord_make_no_difference() => Assert.True(AreSame(Theirs()));

    [Theory]
    [InlineData("name"), InlineData("fewer"), InlineData("more"), InlineData("type"), InlineData("translation"), InlineData("permission"), InlineData("contexts"), InlineData("installation")]
    [InlineData("nested"), InlineData("channel types"), InlineData("most"), InlineData("choice"), InlineData("choice order"), InlineData("choice value"), InlineData("choice translation"), InlineData("option order"), InlineData("required"), InlineData("autocomplete"), InlineData("length")]
    [InlineData("no list")]
    public void A_difference_is_seen(string difference)
    {
        var theirs = Theirs();
        var (settings, ask) = (theirs[2]!, theirs[0]!);
        var (channels, question) = (Options(settings)[0]!["options"]!.AsArray(), Options(ask)[0]!);
        Action change = difference switch
        {
            "name" => () => settings["name"] = "setting",
            "fewer" => () => theirs.RemoveAt(0),
            "more" => () => theirs.Add(JsonNode.Parse("""{ "name": "old", "type": 1, "description": "Old" }""")),
            "type" => () => theirs[1]!["type"] = 2,
            "translation" => () => settings["description_localizations"]!["de"] = "Optionen",
            "permission" => () => settings["default_member_permissions"] = "8",
            "contexts" => () => settings["contexts"] = new JsonArray(0, 1),
            "installation" => () => settings["integration_types"] = new JsonArray(0),
            "nested" => () => channels[0]!["description"] = "What",
            "channel types" => () => channels[0]!["channel_types"] = new JsonArray(0),
            "most" => () => channels[1]!["max_value"] = 31,
            "choice" => () => channels[2]!["choices"]!.AsArray().RemoveAt(1),
            "choice order" => () => channels[2]!["choices"] = new JsonArray([.. channels[2]!["choices"]!.AsArray().Select(choice => choice!.DeepClone()).Reverse()]),
            "choice value" => () => channels[2]!["choices"]![0]!["value"] = "all",
            "choice translation" => () => channels[2]!["choices"]![1]!["name_localizations"]!["de"] = "Nichts",
            "option order" => () => settings["options"] = new JsonArray([.. Options(settings).Select(option => option!.DeepClone()).Reverse()]),
            "required" => () => question["required"] = false,
            "autocomplete" => () => question.AsObject().Remove("autocomplete"),
            "length" => () => question["max_length"] = 1000,
            _ => () => theirs = null,
        };
        change();
        Assert.False(theirs is null ? CommandShape.AreSame(Parsed(Ours), Parsed("{}")) : AreSame(theirs));
    }

    [Fact]
    public void All_that_Bot_says_of_a_command_is_compared()
    {
        string[] said =
        [
            .. DiscordJson.Default.IReadOnlyListApplicationCommand.Options.GetTypeInfo(typeof(ApplicationCommand)).Properties.Select(property => property.Name),
            .. DiscordJson.Default.IReadOnlyListApplicationCommand.Options.GetTypeInfo(typeof(CommandOption)).Properties.Select(property => property.Name),
        ];
        Assert.Contains("max_length", said);
        Assert.Empty(said.Except(CommandShape.Settable));
    }

    private static JsonArray Options(JsonNode command) => command["options"]!.AsArray();

    private static bool AreSame(JsonNode theirs) => CommandShape.AreSame(Parsed(Ours), Parsed(theirs.ToJsonString()));

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;
}
