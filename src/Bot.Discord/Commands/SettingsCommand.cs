using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Resources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary><c>/settings</c>: what those who manage a guild decide for it. Each answer shows the settings as they now are, to them alone.</summary>
internal sealed partial class SettingsCommand(GuildSettingsBook book, GuildArticles articles, IOptions<DiscordOptions> options, TimeProvider time, ILogger<SettingsCommand> logger) : ICompletedCommand
{
    public ApplicationCommand Definition => ForManagers.Only(new("settings")
    {
        NameLocalizations = CommandWords.Translations("SettingsName"),
        Description = CommandWords.Of("Settings"),
        DescriptionLocalizations = CommandWords.Translations("Settings"),
        Options = [.. Setting.All.GroupBy(setting => setting.Path.Split(' ')[0]).Select(OptionOf)],
    });

    public Task<IReadOnlyList<Choice>> CompleteAsync(Interaction typing, CancellationToken cancellationToken) =>
        Task.FromResult(typing.MayManageGuild && SettingOf(typing) is { } setting ? setting.Choices(typing.Typed, articles) : []);

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        if (ForManagers.RefusalOf(used) is { } refusal)
        {
            return refusal;
        }

        if (SettingOf(used) is not { } setting)
        {
            return Saying(ChannelWords.Of("SettingsNotKept", used.Locale));
        }

        if (setting.Objection(used, articles) is { } objection)
        {
            return Saying(objection);
        }

        try
        {
            return await ChangeAsync(used, setting, cancellationToken).WaitAsync(options.Value.WorkWithin, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotKept(error);
            return Saying(ChannelWords.Of("SettingsNotKept", used.Locale));
        }
    }

    private static Setting? SettingOf(Interaction used) => Setting.All.FirstOrDefault(known => known.Path == used.Subcommand);

    private async Task<byte[]> ChangeAsync(Interaction used, Setting setting, CancellationToken cancellationToken)
    {
        var isTooMuch = false;
        var settings = await book.ChangeAsync(
            used.GuildId!,
            current =>
            {
                var changed = setting.Change(current, used);
                isTooMuch = changed.IsOverfull;
                return isTooMuch ? current : changed;
            },
            cancellationToken).ConfigureAwait(false);
        return Saying(isTooMuch ? ChannelWords.Of("SettingsFull", used.Locale, GuildSettings.MostNamed) : SettingsText.Of(settings, used.Locale));
    }

    private static CommandOption OptionOf(IGrouping<string, Setting> group) => group.ToArray() is [{ } only] && only.Path == group.Key
        ? OptionOf(only)
        : SettingWords.Option(CommandOption.Group, group.Key, SettingWords.NameOf(group.Key)) with { Options = [.. group.Select(OptionOf)] };

    private static CommandOption OptionOf(Setting setting) => SettingWords.Option(CommandOption.Subcommand, setting.Path.Split(' ')[^1], setting.Words) with
    {
        Options = setting.Option is { } option ? [option] : null,
    };

    private static byte[] Saying(string words) => InteractionResponse.Private(new Message { Content = words });

    [LoggerMessage(LogLevel.Warning, "The settings of a guild could not be read or changed.")]
    private partial void LogNotKept(Exception error);
}
