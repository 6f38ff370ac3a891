namespace Bot.Discord.Messages;

/// <summary>What an option that is being typed may be (https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure).</summary>
/// <param name="Name">As it is shown, 1 to 100 characters.</param>
/// <param name="Value">What comes back when it is chosen, at most 100 characters.</param>
internal sealed record Choice(string Name, string Value)
{
    /// <summary>The longest name, and value.</summary>
    public const int Most = 100;

    /// <summary>The most choices at once.</summary>
    public const int MostOfThem = 25;
}
