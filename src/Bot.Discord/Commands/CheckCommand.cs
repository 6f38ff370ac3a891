using System.Collections.Immutable;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Resources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary><c>/check</c>: tells those who manage a guild which permission or intent is missing, and where.</summary>
internal sealed partial class CheckCommand(GuildCheck check, GuildSettingsBook book, IOptions<DiscordOptions> options, TimeProvider time, ILogger<CheckCommand> logger) : ICommand
{
    public ApplicationCommand Definition => ForManagers.Only(new("check")
    {
        NameLocalizations = CommandWords.Translations("CheckName"),
        Description = CommandWords.Of("Check"),
        DescriptionLocalizations = CommandWords.Translations("Check"),
    });

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken) =>
        ForManagers.RefusalOf(used) ?? InteractionResponse.Private(new Message { Content = await WordsAsync(used, cancellationToken).ConfigureAwait(false) });

    private async Task<string> WordsAsync(Interaction used, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.WorkWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await LookAsync(used, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotChecked(error);
            return ChannelWords.Of("CheckLater", used.Locale);
        }
    }

    private async Task<string> LookAsync(Interaction used, CancellationToken cancellationToken)
    {
        var settings = await book.OfAsync(used.GuildId!, cancellationToken).ConfigureAwait(false);
        var (channels, messages) = (check.ChannelsAsync(used.GuildId!, settings, cancellationToken), check.LacksMessagesAsync(cancellationToken));
        if (await channels.ConfigureAwait(false) is not { } lacks || await messages.ConfigureAwait(false) is not { } lacksMessages)
        {
            return ChannelWords.Of("CheckLater", used.Locale);
        }

        var here = new Lack(used.ChannelId, GuildCheck.NeededFor(settings) & ~used.AppPermissions);
        ImmutableArray<Lack> all = here.Missing == Permission.None || lacks.Any(lack => lack.Channel == here.Channel) ? lacks : [here, .. lacks];
        return CheckText.Of(all, lacksMessages, hasChannels: !settings.Channels.IsEmpty, used.Locale);
    }

    [LoggerMessage(LogLevel.Warning, "What Bot lacks in a guild could not be found out.")]
    private partial void LogNotChecked(Exception error);
}
