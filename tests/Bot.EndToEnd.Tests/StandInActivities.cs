using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests;

/// <summary>What the stand-in says, in the form that Web Chat shows.</summary>
internal static partial class StandInActivities
{
    public static JsonObject Welcome() => new()
    {
        ["type"] = "message",
        ["from"] = Bot(),
        ["textFormat"] = "markdown",
        ["text"] = "Hello! I am a bot. I answer questions about articles with the words of the articles, and each sentence shows where it stands.",
        ["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray(Button("What is this article about?"), Button("What does the article say about Joan Pell?")) },
    };

    public static JsonObject Searching(string turn) => new()
    {
        ["type"] = "typing",
        ["from"] = Bot(),
        ["id"] = $"s{turn}",
        ["text"] = "Looking in 1 article…",
        ["channelData"] = new JsonObject { ["streamType"] = "informative", ["streamSequence"] = 1 },
    };

    public static JsonObject Answer(string turn, JsonElement line, string origin)
    {
        var citations = line.GetProperty("citations").EnumerateArray().ToArray();
        var definitions = citations.Select(citation => $"[{citation.GetProperty("number")}]: {origin}/c/{citation.GetProperty("id").GetString()} \"{citation.GetProperty("title").GetString()}\"");
        var id = line.GetProperty("id").GetString();
        return new()
        {
            ["type"] = "message",
            ["from"] = Bot(),
            ["textFormat"] = "markdown",
            ["text"] = $"{Marks().Replace(line.GetProperty("answer").GetString()!, " [$1]")}\n\n*Quoted from the articles; no AI wrote this.*\n\n{string.Join('\n', definitions)}",
            ["channelData"] = new JsonObject { ["streamId"] = $"s{turn}", ["streamType"] = "final" },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@id"] = "",
                ["@type"] = "Message",
                ["type"] = "https://schema.org/Message",
                ["citation"] = new JsonArray([.. citations.Select(citation => Claim(citation, origin))]),
                ["potentialAction"] = new JsonArray(Thumb("LikeAction", $"urn:answer:{id}:up"), Thumb("DislikeAction", $"urn:answer:{id}:down")),
            }),
            ["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray(Button("What does the article say about Joan Pell?")) },
        };
    }

    private static JsonObject Claim(JsonElement citation, string origin) => new()
    {
        ["@type"] = "Claim",
        ["@id"] = $"{origin}/c/{citation.GetProperty("id").GetString()}",
        ["position"] = citation.GetProperty("number").ToString(),
        ["appearance"] = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = citation.GetProperty("title").GetString(),
            ["url"] = $"{origin}/c/{citation.GetProperty("id").GetString()}",
            ["abstract"] = citation.GetProperty("quote").GetString(),
        },
    };

    private static JsonObject Thumb(string type, string id) => new() { ["@type"] = type, ["@id"] = id, ["actionStatus"] = "PotentialActionStatus" };

    private static JsonObject Button(string words) => new() { ["type"] = "imBack", ["title"] = words, ["value"] = words };

    private static JsonObject Bot() => new() { ["id"] = "bot", ["name"] = "Bot", ["role"] = "bot" };

    [GeneratedRegex(@" ?\[(\d+)\]")]
    private static partial Regex Marks();
}
