using System.Security.Cryptography;
using System.Text;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;

namespace Bot.Discord.Guilds;

/// <summary>Remembers what somebody was told already, for as long as questions are kept.</summary>
internal sealed class ToldOnce(ChannelState state, ChannelKeys keys)
{
    /// <summary>Names something that is told to somebody.</summary>
    /// <param name="what">What.</param>
    /// <param name="whom">Ids of the guild and the reader.</param>
    public static string KeyOf(string what, params ReadOnlySpan<string?> whom) => $"{what}/{string.Join('/', whom!)}";

    /// <summary>Whether it is told for the first time: from now on it was told.</summary>
    public async Task<bool> IsFirstAsync(string key, CancellationToken cancellationToken)
    {
        var hashing = await keys.ForAsync("discord told once", cancellationToken).ConfigureAwait(false);

        // Who knows the record's key alone can tell whom it is about: there are too few ids for a hash without one.
        var kept = $"told/{Convert.ToHexStringLower(HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes(key)))[..32]}";
        return await state.TryRememberAsync(DiscordChannel.ChannelName, kept, "", cancellationToken).ConfigureAwait(false);
    }
}
