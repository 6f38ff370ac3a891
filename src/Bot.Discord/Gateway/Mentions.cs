using System.Text.Json;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Threads;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>
/// Questions in messages: those that mention the bot, and direct ones. Others come without their words, unless the operator has the privileged intent:
/// then also those in the bot's own threads.
/// </summary>
internal sealed class Mentions(
    Reception reception, Withdrawals withdrawals, ChannelState state, GuildPolicy policy, OwnThreads threads, MentionReplies replies, IOptions<DiscordOptions> options)
{
    private const string SelfKey = "gateway/self";

    private string? _self;

    /// <summary>Learns who the bot is; kept, since a session that is taken up after a restart does not say it again.</summary>
    public async Task KnowSelfAsync(JsonElement ready, CancellationToken cancellationToken)
    {
        _self = Text(ready, "user", "id");
        await state.SetAsync(DiscordChannel.ChannelName, SelfKey, _self, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Somebody wrote a message.</summary>
    public Task AskedAsync(JsonElement message, CancellationToken cancellationToken) => AskAsync(message, Text(message, "id"), cancellationToken);

    /// <summary>Somebody changed a message: the old question is taken back with its answer, and the new one asked.</summary>
    public async Task EditedAsync(JsonElement message, CancellationToken cancellationToken)
    {
        // Without it, only a preview was added.
        if (Text(message, "edited_timestamp") is not { Length: > 0 } edited || IsBots(message))
        {
            return;
        }

        var id = Text(message, "id");
        var (latest, now) = (await LatestAsync(id, cancellationToken).ConfigureAwait(false), $"{id}/{edited}");
        if (latest == now)
        {
            return;
        }

        // Before the new one is asked, which else would follow up on it.
        await withdrawals.TakeAsync(latest, PlaceOf(message), cancellationToken).ConfigureAwait(false);
        if (await AskAsync(message, now, cancellationToken).ConfigureAwait(false))
        {
            await state.RememberAsync(DiscordChannel.ChannelName, KeyOf(id), now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Somebody deleted a message: its question is not answered any more, and its answer is deleted too.</summary>
    public async Task DeletedAsync(JsonElement message, CancellationToken cancellationToken) =>
        await withdrawals.TakeAsync(await LatestAsync(Text(message, "id"), cancellationToken).ConfigureAwait(false), PlaceOf(message), cancellationToken).ConfigureAwait(false);

    /// <summary>Many messages were deleted at once, by a moderator.</summary>
    public async Task DeletedAllAsync(JsonElement messages, CancellationToken cancellationToken)
    {
        var place = PlaceOf(messages);
        foreach (var id in messages.TryGetProperty("ids", out var ids) && ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().Select(id => id.GetString() ?? "") : [])
        {
            await withdrawals.TakeAsync(await LatestAsync(id, cancellationToken).ConfigureAwait(false), place, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Place PlaceOf(JsonElement message)
    {
        var isDirect = IsDirect(message);
        return new(new DiscordPlace { ChannelId = Text(message, "channel_id"), MessageId = Text(message, "id"), IsDirect = isDirect }.Write(), isDirect);
    }

    private static bool IsDirect(JsonElement message) => Text(message, "guild_id").Length == 0;

    private static string KeyOf(string message) => $"edited/{message}";

    private async Task<string> LatestAsync(string message, CancellationToken cancellationToken) =>
        await state.GetAsync(DiscordChannel.ChannelName, KeyOf(message), cancellationToken).ConfigureAwait(false) ?? message;

    // Whether it is a question to the bot.
    private async Task<bool> AskAsync(JsonElement message, string eventId, CancellationToken cancellationToken)
    {
        var self = _self ??= await state.GetAsync(DiscordChannel.ChannelName, SelfKey, cancellationToken).ConfigureAwait(false) ?? "";
        if (IsBots(message) || !(IsDirect(message) || Names(message, self) || await IsReadAsync(message, cancellationToken).ConfigureAwait(false)))
        {
            return false;
        }

        var asked = OccasionOf(message);
        switch (await policy.OfAsync(asked, cancellationToken).ConfigureAwait(false))
        {
            case Verdict.Taken taken:
                await HandInAsync(message, eventId, self, asked, taken, cancellationToken).ConfigureAwait(false);
                break;
            case Verdict.Refused refused:
                await replies.RefuseAsync(asked, Text(message, "id"), refused, cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        return true;
    }

    private async Task HandInAsync(JsonElement message, string eventId, string self, Occasion asked, Verdict.Taken taken, CancellationToken cancellationToken)
    {
        var id = Text(message, "id");
        var place = new DiscordPlace { ChannelId = asked.Channel, MessageId = id, IsDirect = asked.IsDirect, Locale = taken.Locale, AskerId = asked.User };
        var admission = await reception.AskAsync(
            new()
            {
                Channel = DiscordChannel.ChannelName,
                EventId = eventId,
                Conversation = await threads.ConversationOfAsync(asked.Channel, asked.User, cancellationToken).ConfigureAwait(false),
                Asker = asked.User,
                Text = Text(message, "content").Replace($"<@{self}>", " ", StringComparison.Ordinal).Replace($"<@!{self}>", " ", StringComparison.Ordinal).Trim(),
                Place = new(place.Write(), asked.IsDirect),
                Scope = taken.Scope,
                Asked = message.TryGetProperty("timestamp", out var written) && written.TryGetDateTimeOffset(out var moment) ? moment : null,
            },
            cancellationToken).ConfigureAwait(false);
        if (Asking.RefusalOf(admission, taken.Locale) is { } refusal)
        {
            await replies.SayAsync(asked, id, AnswerMessages.OfWords(refusal)[0], cancellationToken).ConfigureAwait(false);
        }
    }

    // With the privileged intent, all that is written in our threads.
    private async Task<bool> IsReadAsync(JsonElement message, CancellationToken cancellationToken) =>
        options.Value.ThreadMessages && Text(message, "content").Length > 0 && await threads.HasAsync(Text(message, "channel_id"), cancellationToken).ConfigureAwait(false);

    private static Occasion OccasionOf(JsonElement message) => new()
    {
        Guild = IsDirect(message) ? null : Text(message, "guild_id"),
        Channel = Text(message, "channel_id"),
        User = Text(message, "author", "id"),
        Roles = message.TryGetProperty("member", out var member) && member.TryGetProperty("roles", out var roles) ? [.. roles.EnumerateArray().Select(role => role.GetString()!)] : [],
        IsDirect = IsDirect(message),
        IsMessage = true,
    };

    private static bool IsBots(JsonElement message) =>
        message.TryGetProperty("webhook_id", out _) || !message.TryGetProperty("author", out var author) || (author.TryGetProperty("bot", out var bot) && bot.ValueKind == JsonValueKind.True);

    private static bool Names(JsonElement message, string self) =>
        self.Length > 0 && message.TryGetProperty("mentions", out var mentioned) && mentioned.ValueKind == JsonValueKind.Array && mentioned.EnumerateArray().Any(user => Text(user, "id") == self);

    private static string Text(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return "";
            }
        }

        return json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
    }
}
