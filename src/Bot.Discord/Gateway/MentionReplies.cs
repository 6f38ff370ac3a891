using System.Text.Json;
using Bot.Discord.Guilds;
using Bot.Discord.Messages;
using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Discord.Gateway;

/// <summary>What who mentions the bot is told when there is no answer: in the channel, or by a direct message where that is discreet or the channel is closed to the bot.</summary>
internal sealed class MentionReplies(RestClient rest, ToldOnce told)
{
    /// <summary>Says why a question is not taken.</summary>
    public async Task RefuseAsync(Occasion asked, string message, Verdict.Refused refused, CancellationToken cancellationToken)
    {
        var words = new Message { Content = refused.Words };
        if (!refused.IsDiscreet)
        {
            await SayAsync(asked, message, words, cancellationToken).ConfigureAwait(false);
        }
        else if (await told.IsFirstAsync(ToldOnce.KeyOf("refused", asked.Guild, asked.User), cancellationToken).ConfigureAwait(false))
        {
            await SayDirectlyAsync(asked.User, words with { Nonce = $"d{message}" }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Replies to a message; where the bot may not write, its author is told so, once.</summary>
    public async Task SayAsync(Occasion asked, string message, Message words, CancellationToken cancellationToken)
    {
        var reply = await rest.SendAsync(Routes.CreateMessage(asked.Channel, words with { Nonce = $"r{message}", MessageReference = new(message) }), cancellationToken).ConfigureAwait(false);
        if (reply.Code is RestReply.MissingAccess or RestReply.MissingPermission)
        {
            await SayClosedAsync(asked.Channel, asked.User, message, asked.Locale, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells somebody that the bot may not write in a channel, once for each.</summary>
    public async Task SayClosedAsync(string channel, string user, string message, string? locale, CancellationToken cancellationToken)
    {
        if (await told.IsFirstAsync(ToldOnce.KeyOf("closed", channel, user), cancellationToken).ConfigureAwait(false))
        {
            var words = ChannelWords.Of("ChannelClosed", locale, Rendering.Mention.Channel(channel));
            await SayDirectlyAsync(user, new() { Content = words, Nonce = $"d{message}" }, cancellationToken).ConfigureAwait(false);
        }
    }

    // Who takes no direct messages (50007, 50278) is told nothing.
    private async Task SayDirectlyAsync(string user, Message words, CancellationToken cancellationToken)
    {
        var direct = await rest.SendAsync(Routes.CreateDirectMessage(user), cancellationToken).ConfigureAwait(false);
        if (direct.Done && direct.Body.TryGetProperty("id", out var channel) && channel.ValueKind == JsonValueKind.String)
        {
            await rest.SendAsync(Routes.CreateMessage(channel.GetString()!, words), cancellationToken).ConfigureAwait(false);
        }
    }
}
