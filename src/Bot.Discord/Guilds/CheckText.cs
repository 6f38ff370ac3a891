using System.Collections.Immutable;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Guilds;

/// <summary>What Bot lacks, in words, in Discord's markdown.</summary>
internal static class CheckText
{
    // As Discord's clients list them.
    private static readonly Permission[] Named =
        [Permission.ViewChannel, Permission.SendMessages, Permission.SendMessagesInThreads, Permission.CreatePublicThreads, Permission.ReadMessageHistory];

    /// <summary>The words.</summary>
    /// <param name="lacks">What is missing in channels.</param>
    /// <param name="lacksMessages">Whether the intent for messages in threads is missing.</param>
    /// <param name="hasChannels">Whether the guild allows any channel.</param>
    /// <param name="locale">The reader's language.</param>
    public static string Of(ImmutableArray<Lack> lacks, bool lacksMessages, bool hasChannels, string? locale)
    {
        var lines = lacks
            .Select(lack => lack.IsGone
                ? ChannelWords.Of("CheckGone", locale, Mention.Channel(lack.Channel))
                : ChannelWords.Of("CheckMissing", locale, Mention.Channel(lack.Channel), Names(lack.Missing, locale)))
            .Prepend(lacksMessages ? ChannelWords.Of("CheckIntent", locale) : "")
            .Prepend(lacks.IsEmpty && !lacksMessages ? ChannelWords.Of("CheckFine", locale) : "")
            .Prepend(hasChannels ? "" : ChannelWords.Of("SettingsNoChannels", locale))
            .Where(line => line.Length > 0);
        return Fit(lines);
    }

    private static string Names(Permission missing, string? locale) =>
        string.Join(", ", Named.Where(permission => (missing & permission) != 0).Select(permission => ChannelWords.Of($"Permission{permission}", locale)));

    // What does not fit is seen when the first is mended.
    private static string Fit(IEnumerable<string> lines) =>
        lines.Aggregate("", (text, line) => text.Length + line.Length + 1 > Message.MostContent ? text : $"{text}\n{line}".TrimStart());
}
