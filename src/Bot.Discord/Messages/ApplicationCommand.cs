namespace Bot.Discord.Messages;

/// <summary>A command as it is registered (https://discord.com/developers/docs/interactions/application-commands#application-command-object).</summary>
/// <param name="Name">Its name: lower case, 1 to 32 characters; a message command's may have spaces and capitals.</param>
internal sealed record ApplicationCommand(string Name)
{
    /// <summary>Typed in the chat.</summary>
    public const int ChatInput = 1;

    /// <summary>Chosen from a message's menu.</summary>
    public const int OnMessage = 3;

    /// <summary>Where it is used: <see cref="ChatInput"/> or <see cref="OnMessage"/>.</summary>
    public int Type { get; init; } = ChatInput;

    /// <summary>Its names by Discord's locales.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it does, 1 to 100 characters; empty for a message command.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it does, by Discord's locales.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>What may be said with it, required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The permissions, as a number in digits, that a member needs to see it; <see langword="null"/> for none.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>How it may be installed: 0 by a guild, 1 by a user.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; init; } = [0, 1];

    /// <summary>Where it may be used: 0 a guild, 1 a direct message with the bot, 2 any other private channel.</summary>
    public IReadOnlyList<int> Contexts { get; init; } = [0, 1, 2];
}

/// <summary>An option of a command (https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure).</summary>
/// <param name="Type">One of the constants.</param>
/// <param name="Name">Its name, 1 to 32 characters, lower case.</param>
/// <param name="Description">What it is, 1 to 100 characters.</param>
internal sealed record CommandOption(int Type, string Name, string Description)
{
    /// <summary>A subcommand, with options of its own.</summary>
    public const int Subcommand = 1;

    /// <summary>A group of subcommands.</summary>
    public const int Group = 2;

    /// <summary>A text.</summary>
    public const int Words = 3;

    /// <summary>Yes or no.</summary>
    public const int Switch = 5;

    /// <summary>A channel of the guild.</summary>
    public const int Channel = 7;

    /// <summary>A user or a role.</summary>
    public const int Mentionable = 9;

    /// <summary>Its names by Discord's locales.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it is, by Discord's locales.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether the command can't be used without it.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether choices are asked for while it is typed.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The only values, at most 25.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The only kinds of channels.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }

    /// <summary>The options of a subcommand, or the subcommands of a group.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }
}
