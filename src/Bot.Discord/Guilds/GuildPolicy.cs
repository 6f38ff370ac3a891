using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Guilds;

/// <summary>Decides whether a question is taken, and who sees its answer: by the operator's settings, then by the guild's.</summary>
internal sealed partial class GuildPolicy(
    IOptions<DiscordOptions> options, GuildSettingsBook book, GuildArticles articles, ThreadParents parents, ILogger<GuildPolicy> logger)
{
    private const int MostChannelsNamed = 3;

    private readonly DiscordOptions _options = options.Value;

    /// <summary>What is said to a question.</summary>
    public async Task<Verdict> OfAsync(Occasion asked, CancellationToken cancellationToken)
    {
        if (!IsServed(asked))
        {
            return new Verdict.Refused(ChannelWords.Of("NotServed", asked.Locale));
        }

        try
        {
            var settings = asked is { Guild: { } guild, IsAway: false } ? await book.OfAsync(guild, cancellationToken).ConfigureAwait(false) : GuildSettings.Default;
            return await OfAsync(asked with { Locale = asked.Locale ?? settings.Language }, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUndecided(error);
            return new Verdict.Refused(ChannelWords.Of("TryAgain", asked.Locale));
        }
    }

    private async Task<Verdict> OfAsync(Occasion asked, GuildSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Blocks(asked.User, asked.Roles))
        {
            return new Verdict.Refused(ChannelWords.Of("Blocked", asked.Locale)) { IsDiscreet = true };
        }

        if (articles.RefusalOf(asked.Article, settings.Scope, asked.Locale) is { } refusal)
        {
            return new Verdict.Refused(refusal);
        }

        var isOpen = await IsOpenAsync(asked, settings, cancellationToken).ConfigureAwait(false);
        if (asked.IsMessage && !isOpen)
        {
            return new Verdict.Refused(Named(settings, asked.Locale, none: "MentionPrivate", some: "MentionElsewhere"));
        }

        // A message is seen by all, and so is its answer.
        var isPrivate = !isOpen || (!asked.IsMessage && (asked.IsPrivate ?? (asked.Guild is null ? !asked.IsDirect : settings.Private)));
        return new Verdict.Taken(isPrivate)
        {
            Scope = settings.Scope,
            Locale = asked.Locale,
            OpensThread = !isPrivate && settings.Threads && asked.MayOpenThread,
            Note = isOpen || asked.IsAway || asked.IsPrivate == true
                ? null
                : new(Named(settings, asked.Locale, none: "PrivateUntilNamed", some: "PrivateHere"), ToldOnce.KeyOf("private", asked.Guild, asked.User)),
        };
    }

    // Who installed Bot for themselves may use it anywhere: the guild has no say, and hears nothing of it.
    private bool IsServed(Occasion asked) =>
        asked.IsAway ? _options.UserInstalls : asked.Guild is not { } guild || _options.Guilds.Count == 0 || _options.Guilds.Contains(guild, StringComparer.Ordinal);

    // Whether others may see the answer.
    private async Task<bool> IsOpenAsync(Occasion asked, GuildSettings settings, CancellationToken cancellationToken) =>
        asked.Guild is null
        || (!asked.IsAway
            && !settings.Channels.IsEmpty
            && (settings.Allows(asked.Channel, asked.Parent)
                || (asked.IsMessage && settings.Allows(asked.Channel, await parents.OfAsync(asked.Channel, cancellationToken).ConfigureAwait(false)))));

    private static string Named(GuildSettings settings, string? locale, string none, string some) => settings.Channels.IsEmpty
        ? ChannelWords.Of(none, locale)
        : ChannelWords.Of(some, locale, Mention.Channels(settings.Channels.Take(MostChannelsNamed)));

    [LoggerMessage(LogLevel.Warning, "Whether a question may be asked could not be decided; its reader is asked to try again.")]
    private partial void LogUndecided(Exception error);
}
