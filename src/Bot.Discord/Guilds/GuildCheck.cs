using System.Collections.Immutable;
using System.Text.Json;
using Bot.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Guilds;

/// <summary>What Bot lacks in one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Missing">The permissions; all of them when the channel is gone.</param>
internal sealed record Lack(string Channel, Permission Missing)
{
    /// <summary>Whether the guild has no such channel any more.</summary>
    public bool IsGone => Missing == Permission.All;
}

/// <summary>Finds what Bot lacks to do what a guild's settings have it do.</summary>
internal sealed class GuildCheck(RestClient rest, IOptions<DiscordOptions> options, TimeProvider time)
{
    // Either is enough: the second is that of applications in fewer than 100 guilds. (https://discord.com/developers/docs/resources/application#application-object-application-flags)
    private const int ReadsMessages = (1 << 18) | (1 << 19);

    /// <summary>What Bot needs wherever it answers in public; replies need the history.</summary>
    public static Permission NeededFor(GuildSettings settings) =>
        Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads | Permission.ReadMessageHistory | (settings.Threads ? Permission.CreatePublicThreads : Permission.None);

    /// <summary>What is missing in the channels where answers may be public.</summary>
    /// <returns>One for each channel where something is; <see langword="null"/> when Discord does not say.</returns>
    public async Task<ImmutableArray<Lack>?> ChannelsAsync(string guild, GuildSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Channels.IsEmpty)
        {
            return [];
        }

        var replies = await Task.WhenAll(
            rest.SendAsync(Routes.GetGuildChannels(guild), cancellationToken),
            rest.SendAsync(Routes.GetGuildRoles(guild), cancellationToken),
            OwnMemberAsync(guild, cancellationToken)).ConfigureAwait(false);
        if (!replies.All(reply => reply.Done))
        {
            return null;
        }

        var own = new ChannelPermissions(guild, replies[1].Body, replies[2].Body, time.GetUtcNow());
        var channels = replies[0].Body.EnumerateArray().ToDictionary(GuildChannel.IdOf, StringComparer.Ordinal);
        return
        [
            .. settings.Channels
                .Select(id => new Lack(id, channels.TryGetValue(id, out var channel) ? NeededFor(settings) & ~own.In(channel) : Permission.All))
                .Where(lack => lack.Missing != Permission.None),
        ];
    }

    /// <summary>Whether the operator wants messages in threads read and the application may not; <see langword="null"/> when Discord does not say.</summary>
    public async Task<bool?> LacksMessagesAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.ThreadMessages)
        {
            return false;
        }

        var reply = await rest.SendAsync(Routes.GetCurrentApplication(), cancellationToken).ConfigureAwait(false);
        return reply.Done ? !(reply.Body.TryGetProperty("flags", out var flags) && flags.ValueKind == JsonValueKind.Number && (flags.GetInt64() & ReadsMessages) != 0) : null;
    }

    private async Task<RestReply> OwnMemberAsync(string guild, CancellationToken cancellationToken)
    {
        var self = await rest.SendAsync(Routes.GetCurrentUser(), cancellationToken).ConfigureAwait(false);
        return self.Done ? await rest.SendAsync(Routes.GetGuildMember(guild, GuildChannel.IdOf(self.Body)), cancellationToken).ConfigureAwait(false) : self;
    }
}
