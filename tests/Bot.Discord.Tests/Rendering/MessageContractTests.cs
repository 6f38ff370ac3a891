using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Tests.Contract;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

/// <summary>What is sent is what Discord describes.</summary>
public sealed class MessageContractTests
{
    private const string Create = "MessageCreateRequest";

    [Fact]
    public async Task Random_answers_are_messages_as_Discord_describes_them()
    {
        var contract = DiscordContract.Here;
        await RandomAnswers.All.SampleAsync(
            async answer =>
            {
                foreach (var message in AnswerMessages.Of(answer, Some.Links, Some.Turn, 0, isPrivate: false))
                {
                    Assert.Empty(await contract.FaultsAsync(Create, Json(message with { Nonce = "k", MessageReference = new("1") })));
                }
            },
            iter: 100);
    }

    [Fact]
    public async Task The_description_refuses_names_and_values_that_Discord_does_not_know()
    {
        var contract = DiscordContract.Here;
        var message = AnswerMessages.Of(Some.Answered(), Some.Links, Some.Turn, 0, isPrivate: false)[0];
        Assert.Empty(await contract.FaultsAsync(Create, Json(message)));
        foreach (var spoil in new Action<JsonObject>[]
        {
            json => json["contents"] = "x",
            json => json["content"] = new string('x', 4001),
            json => json["nonce"] = new string('x', 26),
            json => json["allowed_mentions"]!["parse"] = new JsonArray("all"),
            json => json["components"]![0]!["components"]![0]!["style"] = 99,
            json => json["components"]![0]!["components"]![0]!["customid"] = "x",
            json => json["components"]![0]!["components"]![0]!["custom_id"] = new string('x', 101),
        })
        {
            var spoilt = JsonNode.Parse(Json(message))!.AsObject();
            spoil(spoilt);
            Assert.NotEmpty(await contract.FaultsAsync(Create, spoilt.ToJsonString()));
        }
    }

    private static string Json(Message message) => JsonSerializer.Serialize(message, DiscordJson.Default.Message);
}
