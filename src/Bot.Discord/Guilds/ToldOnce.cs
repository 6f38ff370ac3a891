using System.Security.Cryptography;
using System.Text;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;

namespace Bot.Discord.Guilds;

/// <summary>Remembers what somebody was told already, for as long as questions are kept.</summary>
internal sealed class ToldOnce(ChannelState state)
{
    /// <summary>Names something that is told to somebody.</summary>
    /// <param name="what">What.</param>
    /// <param name="whom">Ids of the guild and the reader, which the record gets hashed only.</param>
    public static string KeyOf(string what, params ReadOnlySpan<string?> whom) =>
        $"told/{what}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', whom!))))[..32]}";

    /// <summary>Whether it is told for the first time: from now on it was told.</summary>
    public async Task<bool> IsFirstAsync(string key, CancellationToken cancellationToken)
    {
        if (await state.GetAsync(DiscordChannel.ChannelName, key, cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        await state.RememberAsync(DiscordChannel.ChannelName, key, "", cancellationToken).ConfigureAwait(false);
        return true;
    }
}
