namespace Bot.Discord.Messages;

/// <summary>A row of buttons (https://discord.com/developers/docs/components/reference#action-row).</summary>
/// <param name="Components">One to five buttons.</param>
internal sealed record ActionRow(IReadOnlyList<Button> Components)
{
    /// <summary>The most buttons of a row.</summary>
    public const int MostButtons = 5;

    /// <summary>What tells it from other components.</summary>
    public int Type { get; } = 1;
}

/// <summary>A button (https://discord.com/developers/docs/components/reference#button).</summary>
/// <param name="CustomId">What comes back when it is pressed, at most 100 characters.</param>
internal sealed record Button(string CustomId)
{
    /// <summary>The longest label.</summary>
    public const int MostLabel = 80;

    /// <summary>What tells it from other components.</summary>
    public int Type { get; } = 2;

    /// <summary>Secondary: grey, no invitation to press it.</summary>
    public int Style { get; } = 2;

    /// <summary>Its words.</summary>
    public string? Label { get; init; }

    /// <summary>Its sign.</summary>
    public Emoji? Emoji { get; init; }
}

/// <summary>A sign of Unicode on a button.</summary>
/// <param name="Name">The sign itself.</param>
internal sealed record Emoji(string Name);
