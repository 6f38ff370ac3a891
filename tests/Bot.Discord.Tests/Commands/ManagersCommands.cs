using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Commands;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Tests.Contract;

namespace Bot.Discord.Tests.Commands;

/// <summary>Uses a command in a guild as somebody who may manage it, and holds definition and answers to Discord's contract.</summary>
internal static class ManagersCommands
{
    public static async Task<string> UseAsync(ICommand command, string subcommand = "", JsonObject? option = null, Action<JsonObject>? change = null)
    {
        var interaction = new JsonObject
        {
            ["id"] = "1",
            ["application_id"] = "11",
            ["type"] = 2,
            ["token"] = "token",
            ["guild_id"] = "6",
            ["channel_id"] = "7",
            ["locale"] = "en-US",
            ["app_permissions"] = $"{ulong.MaxValue}",
            ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "12" }, ["permissions"] = "32", ["roles"] = new JsonArray() },
            ["data"] = new JsonObject { ["name"] = command.Definition.Name, ["options"] = Options(subcommand, option) },
        };
        change?.Invoke(interaction);
        var response = Encoding.UTF8.GetString(await command.RunAsync(new Interaction(JsonSerializer.SerializeToElement(interaction)), TestContext.Current.CancellationToken));
        if (DiscordContract.IfHere is { } contract)
        {
            Assert.Empty(await contract.FaultsAsync("POST", "/interactions/1/token/callback", response));
        }

        var answer = JsonNode.Parse(response)!;
        Assert.Equal((4, 64), ((int)answer["type"]!, (int)answer["data"]!["flags"]! & 64));
        return (string)answer["data"]!["content"]!;
    }

    public static async Task AssertRegistrableAsync(ICommand command)
    {
        var definition = command.Definition;
        Assert.Equal(("32", "0", "0"), (definition.DefaultMemberPermissions, string.Join(',', definition.IntegrationTypes), string.Join(',', definition.Contexts)));
        var json = JsonSerializer.SerializeToNode<IReadOnlyList<ApplicationCommand>>([definition], DiscordJson.Default.IReadOnlyListApplicationCommand)![0]!.ToJsonString();
        Assert.Empty(await DiscordContract.Here.FaultsAsync("ApplicationCommandUpdateRequest", json));
    }

    private static JsonArray Options(string subcommand, JsonObject? option)
    {
        var names = subcommand.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        JsonArray options = option is null ? [] : [option];
        for (var level = names.Length - 1; level >= 0; level--)
        {
            options = [new JsonObject { ["name"] = names[level], ["type"] = level == names.Length - 1 ? 1 : 2, ["options"] = options }];
        }

        return options;
    }
}
