using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.BotFramework.Activities;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Cards;

/// <summary>Pieces of Adaptive Cards up to version 1.5, which is what Teams shows. Text runs read no markdown: nothing in them comes alive.</summary>
internal static class Card
{
    /// <summary>A card as an attachment.</summary>
    public static Attachment Of(IEnumerable<JsonNode> body, IEnumerable<JsonNode> actions)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. body]),
        };
        if (actions.ToArray() is { Length: > 0 } buttons)
        {
            card["actions"] = new JsonArray(buttons);
        }

        return new() { ContentType = Attachment.AdaptiveCard, Content = Element(card) };
    }

    /// <summary>A paragraph of runs.</summary>
    public static JsonObject Text(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    /// <summary>Words, with an address they lead to if there is one.</summary>
    public static JsonObject Run(string words, string? address = null, bool bold = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = Spaced(words) };
        if (bold)
        {
            run["weight"] = "Bolder";
        }

        if (address is not null)
        {
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        }

        return run;
    }

    /// <summary>Pieces that are hidden until a button shows them.</summary>
    public static JsonObject Hidden(string id, IEnumerable<JsonNode> items) =>
        new() { ["type"] = "Container", ["id"] = id, ["isVisible"] = false, ["items"] = new JsonArray([.. items]) };

    /// <summary>A button that shows and hides them.</summary>
    public static JsonObject Toggle(string title, string id) =>
        new() { ["type"] = "Action.ToggleVisibility", ["title"] = title, ["targetElements"] = new JsonArray(id) };

    /// <summary>A piece that is pressed as a whole.</summary>
    public static JsonObject Choice(JsonNode item, JsonObject action) =>
        new() { ["type"] = "Container", ["style"] = "emphasis", ["selectAction"] = action, ["items"] = new JsonArray(item) };

    /// <summary>A button that sends a value to Bot.</summary>
    public static JsonObject Submit(string title, JsonObject value) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = value };

    // A space at an end of a run parts it from its neighbour.
    private static string Spaced(string words) => $"{(words.StartsWith(' ') ? " " : "")}{PlainText.Of(words)}{(words.EndsWith(' ') ? " " : "")}";

    private static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
