using System.Collections.Immutable;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Guilds;

/// <summary>One subcommand of <c>/settings</c>.</summary>
/// <param name="Path">Its name, after its group if it has one.</param>
/// <param name="Words">Its description's name among the commands' words.</param>
/// <param name="Change">What it makes of the settings.</param>
internal sealed record Setting(string Path, string Words, Func<GuildSettings, Interaction, GuildSettings> Change)
{
    private const string Channel = "channel";
    private const string Article = "article";
    private const string Tag = "tag";
    private const string On = "on";
    private const string Language = "language";
    private const string Who = "who";

    /// <summary>What speaks against it, in Discord's markdown.</summary>
    public Func<Interaction, GuildArticles, string?> Objection { get; init; } = static (_, _) => null;

    /// <summary>What its option may be, while it is typed.</summary>
    public Func<string, GuildArticles, IReadOnlyList<Choice>> Choices { get; init; } = static (_, _) => [];

    /// <summary>Its only option.</summary>
    public CommandOption? Option { get; init; }

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        new("show", "SettingsShow", (settings, _) => settings),
        new("channel allow", "SettingsChannelAllow", (settings, used) => settings with { Channels = With(settings.Channels, used.Words(Channel)) }) { Option = OfChannel },
        new("channel remove", "SettingsChannelRemove", (settings, used) => settings with { Channels = Without(settings.Channels, used.Words(Channel)) }) { Option = OfChannel },
        new("article allow", "SettingsArticleAllow", (settings, used) => settings with { Articles = With(settings.Articles, used.Words(Article)) })
        {
            Option = OfArticle,
            Choices = OfArticles,
            Objection = (used, articles) => articles.RefusalOf(used.Words(Article), scope: null, used.Locale),
        },
        new("article remove", "SettingsArticleRemove", (settings, used) => settings with { Articles = Without(settings.Articles, used.Words(Article)) }) { Option = OfArticle, Choices = OfArticles },
        new("article all", "SettingsArticleAll", (settings, _) => settings with { Articles = [], Tags = [] }),
        new("tag allow", "SettingsTagAllow", (settings, used) => settings with { Tags = With(settings.Tags, used.Words(Tag)) })
        {
            Option = OfTag,
            Choices = OfTags,
            Objection = (used, articles) => articles.RefusalOfTag(used.Words(Tag) ?? "", used.Locale),
        },
        new("tag remove", "SettingsTagRemove", (settings, used) => settings with { Tags = Without(settings.Tags, used.Words(Tag)) }) { Option = OfTag, Choices = OfTags },
        new("private", "SettingsPrivate", (settings, used) => settings with { Private = used.Switch(On) == true }) { Option = OfSwitch },
        new("threads", "SettingsThreads", (settings, used) => settings with { Threads = used.Switch(On) == true }) { Option = OfSwitch },
        new("language", "SettingsLanguage", (settings, used) => settings with { Language = ChannelWords.LanguageOf(used.Words(Language)) }) { Option = OfLanguage },
        new("block", "SettingsBlock", (settings, used) => used.Words(Who) is { } role && used.IsRole(role)
            ? settings with { BlockedRoles = With(settings.BlockedRoles, role) }
            : settings with { BlockedUsers = With(settings.BlockedUsers, used.Words(Who)) }) { Option = OfWho },
        new("unblock", "SettingsUnblock", (settings, used) => settings with
        {
            BlockedRoles = Without(settings.BlockedRoles, used.Words(Who)),
            BlockedUsers = Without(settings.BlockedUsers, used.Words(Who)),
        }) { Option = OfWho },
    ];

    private static CommandOption OfChannel => Of(CommandOption.Channel, Channel, "SettingsChannelOption") with
    {
        ChannelTypes = [GuildChannel.Text, GuildChannel.Voice, GuildChannel.Announcement, GuildChannel.Forum],
    };

    private static CommandOption OfArticle => Of(CommandOption.Words, Article, "SettingsArticleOption") with { Autocomplete = true };

    private static CommandOption OfTag => Of(CommandOption.Words, Tag, "SettingsTagOption") with { Autocomplete = true };

    private static Func<string, GuildArticles, IReadOnlyList<Choice>> OfArticles => static (typed, articles) => articles.Choices(typed);

    private static Func<string, GuildArticles, IReadOnlyList<Choice>> OfTags => static (typed, articles) => articles.TagChoices(typed);

    private static CommandOption OfSwitch => Of(CommandOption.Switch, On, "SettingsOn");

    private static CommandOption OfLanguage => Of(CommandOption.Words, Language, "SettingsLanguageOption") with
    {
        Choices = [.. ChannelWords.Languages.Select(language => new Choice(ChannelWords.NameOf(language), language))],
    };

    private static CommandOption OfWho => Of(CommandOption.Mentionable, Who, "SettingsWho");

    private static CommandOption Of(int type, string name, string words) => SettingWords.Option(type, name, words) with { Required = true };

    private static ImmutableArray<string> With(ImmutableArray<string> named, string? one) => one is null || named.Contains(one) ? named : named.Add(one);

    private static ImmutableArray<string> Without(ImmutableArray<string> named, string? one) => named.RemoveAll(known => string.Equals(known, one, StringComparison.OrdinalIgnoreCase));
}
