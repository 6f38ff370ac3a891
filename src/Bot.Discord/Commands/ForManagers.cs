using System.Globalization;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary>Commands for those who manage a guild.</summary>
internal static class ForManagers
{
    /// <summary>Has Discord show a command to nobody else, and nowhere else. A guild may let others see it, so that alone is no protection.</summary>
    public static ApplicationCommand Only(ApplicationCommand command) => command with
    {
        DefaultMemberPermissions = ((ulong)Permission.ManageGuild).ToString(CultureInfo.InvariantCulture),
        IntegrationTypes = [0],
        Contexts = [0],
    };

    /// <summary>What everybody else gets; <see langword="null"/> for who manages the guild.</summary>
    public static byte[]? RefusalOf(Interaction used) =>
        used.MayManageGuild ? null : InteractionResponse.Private(new Message { Content = ChannelWords.Of("NotManager", used.Locale) });
}
