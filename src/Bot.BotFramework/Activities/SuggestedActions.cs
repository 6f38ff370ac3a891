using System.Text.Json;

namespace Bot.BotFramework.Activities;

/// <summary>Buttons that vanish once one is pressed.</summary>
internal sealed record SuggestedActions
{
    /// <summary>The accounts that see them; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>Buttons that say something in the reader's name.</summary>
    public static SuggestedActions? Saying(IEnumerable<string> words)
    {
        CardAction[] actions = [.. words.Select(CardAction.Saying)];
        return actions.Length == 0 ? null : new() { Actions = actions };
    }
}

/// <summary>A button.</summary>
internal sealed record CardAction
{
    /// <summary><c>imBack</c> says its value in the reader's name; <c>openUrl</c> opens it.</summary>
    public string? Type { get; init; }

    /// <summary>What stands on it.</summary>
    public string? Title { get; init; }

    /// <summary>What it does.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>A button that says something in the reader's name.</summary>
    public static CardAction Saying(string words) => new() { Type = "imBack", Title = words, Value = ActivityJson.Element(words) };
}
