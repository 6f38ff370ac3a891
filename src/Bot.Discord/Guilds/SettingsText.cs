using System.Collections.Immutable;
using Bot.Conversations.Channels;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Guilds;

/// <summary>A guild's settings in words, in Discord's markdown.</summary>
internal static class SettingsText
{
    // All kinds together must fit into one message.
    private const int MostShown = 12;
    private const int LongestName = 30;

    /// <summary>The settings.</summary>
    public static string Of(GuildSettings settings, string? locale)
    {
        string Say(string name, params object[] parts) => ChannelWords.Of(name, locale, parts);
        string Switched(bool on) => Say(on ? "On" : "Off");
        string Named(string name, string none, IEnumerable<string> shown) => shown.Any() ? Say(name, Listed(shown)) : Say(none);

        return string.Join('\n', new[]
        {
            $"**{Say("SettingsTitle")}**",
            Named("SettingsChannels", "SettingsNoChannels", settings.Channels.Select(Mention.Channel)),
            settings.Scope is null ? Say("SettingsAllArticles") : "",
            settings.Articles.IsEmpty ? "" : Say("SettingsArticles", Listed(settings.Articles.Select(Shown))),
            settings.Tags.IsEmpty ? "" : Say("SettingsTags", Listed(settings.Tags.Select(Shown))),
            Say("SettingsPrivate", Switched(settings.Private)),
            Say("SettingsThreads", Switched(settings.Threads)),
            Say("SettingsLanguage", ChannelWords.NameOf(ChannelWords.LanguageOf(settings.Language))),
            Named("SettingsBlocked", "SettingsNobodyBlocked", [.. settings.BlockedRoles.Select(Mention.Role), .. settings.BlockedUsers.Select(Mention.User)]),
        }.Where(line => line.Length > 0));
    }

    private static string Listed(IEnumerable<string> names)
    {
        ImmutableArray<string> all = [.. names];
        return string.Join(", ", all.Take(MostShown)) + (all.Length > MostShown ? ", …" : "");
    }

    private static string Shown(string name) => DiscordText.Of(PlainText.Of(name, LongestName));
}
