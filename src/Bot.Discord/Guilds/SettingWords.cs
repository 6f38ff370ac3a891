using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Guilds;

/// <summary>What the parts of <c>/settings</c> are called and do, in Discord's locales.</summary>
internal static class SettingWords
{
    /// <summary>A part's name among the commands' words.</summary>
    public static string NameOf(string name) => $"Settings{char.ToUpperInvariant(name[0])}{name[1..]}";

    /// <summary>A group, subcommand or option.</summary>
    /// <param name="type">Which.</param>
    /// <param name="name">Its name in English, by which Bot knows it.</param>
    /// <param name="words">Its description's name among the commands' words.</param>
    public static CommandOption Option(int type, string name, string words) => new(type, name, CommandWords.Of(words))
    {
        NameLocalizations = CommandWords.Translations($"{NameOf(name)}Name"),
        DescriptionLocalizations = CommandWords.Translations(words),
    };
}
