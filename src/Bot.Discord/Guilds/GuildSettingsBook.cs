using System.Collections.Concurrent;
using Bot.Answering.Questions;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Interactions;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Guilds;

/// <summary>
/// The settings of guilds in the record, kept for good. Each question asks for them, so what was read counts for some seconds: so long another
/// process may not know of a change.
/// </summary>
internal sealed partial class GuildSettingsBook(ChannelState state, TimeProvider time, ILogger<GuildSettingsBook> logger)
{
    /// <summary>How long settings count before they are read again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // A question is to be acknowledged within 3 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>A guild's settings; while the record is away, as they were last read.</summary>
    public async Task<GuildSettings> OfAsync(string guild, CancellationToken cancellationToken)
    {
        var known = _known.GetValueOrDefault(guild);
        if (known is not null && time.GetUtcNow() - known.Read < Fresh)
        {
            return known.Settings;
        }

        try
        {
            var kept = await state.GetAsync(DiscordChannel.ChannelName, KeyOf(guild), cancellationToken).WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
            return Keep(guild, kept is null ? GuildSettings.Default : GuildSettings.Read(kept));
        }
        catch (Exception error) when (known is not null && !cancellationToken.IsCancellationRequested)
        {
            LogNotRead(error);
            return known.Settings;
        }
    }

    /// <summary>The articles that may be asked where an interaction is; <see langword="null"/> for all.</summary>
    public async Task<ArticleScope?> ScopeAsync(Interaction done, CancellationToken cancellationToken) =>
        done is { GuildId: { } guild, IsAway: false } ? (await OfAsync(guild, cancellationToken).ConfigureAwait(false)).Scope : null;

    /// <summary>Changes a guild's settings, on top of what others change at the same time.</summary>
    /// <returns>The settings as they now are.</returns>
    public async Task<GuildSettings> ChangeAsync(string guild, Func<GuildSettings, GuildSettings> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var kept = await state.GetAsync(DiscordChannel.ChannelName, KeyOf(guild), cancellationToken).ConfigureAwait(false);
            if (kept is null)
            {
                if (change(GuildSettings.Default) == GuildSettings.Default)
                {
                    return Keep(guild, GuildSettings.Default);
                }

                // Another process may have been first: then its settings are changed.
                await state.TrySetAsync(DiscordChannel.ChannelName, KeyOf(guild), was: null, GuildSettings.Default.Write(), cancellationToken).ConfigureAwait(false);
                continue;
            }

            var changed = change(GuildSettings.Read(kept));
            var next = changed.Write();
            if (next == kept || await state.TrySetAsync(DiscordChannel.ChannelName, KeyOf(guild), kept, next, cancellationToken).ConfigureAwait(false))
            {
                return Keep(guild, changed);
            }
        }
    }

    private static string KeyOf(string guild) => $"guild/{guild}";

    private GuildSettings Keep(string guild, GuildSettings settings)
    {
        _known[guild] = new(settings, time.GetUtcNow());
        return settings;
    }

    [LoggerMessage(LogLevel.Warning, "The settings of a guild could not be read; what was read before counts on.")]
    private partial void LogNotRead(Exception error);

    private sealed record Known(GuildSettings Settings, DateTimeOffset Read);
}
