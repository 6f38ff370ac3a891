using System.Text.Json;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
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

    private readonly DeletedMessages _deleted = new();
    private string? _self;

    /// <summary>Learns who the bot is; kept, since a session that is taken up after a restart does not say it again.</summary>
    public async Task KnowSelfAsync(JsonElement ready, CancellationToken cancellationToken)
    {
        _self = ready.Words("user", "id") is { Length: > 0 } id ? id : null;
        await state.SetAsync(DiscordChannel.ChannelName, SelfKey, _self, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Somebody wrote a message.</summary>
    public async Task AskedAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        // Looked at again when it is in the record, where a deletion at the same time may have looked for it too soon.
        if (!_deleted.Has(message.Id) && await AskAsync(message, message.Id, cancellationToken).ConfigureAwait(false) && _deleted.Has(message.Id))
        {
            await withdrawals.TakeAsync(message.Id, message.Place, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Somebody changed a message: the old question is taken back with its answer, and the new one asked.</summary>
    public async Task EditedAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.Edited.Length == 0 || message.IsBots)
        {
            return;
        }

        var (latest, now) = (await LatestAsync(message.Id, cancellationToken).ConfigureAwait(false), $"{message.Id}/{message.Edited}");
        if (latest == now)
        {
            return;
        }

        // Before the new one is asked, which else would follow up on it.
        await withdrawals.TakeAsync(latest, message.Place, cancellationToken).ConfigureAwait(false);
        if (await AskAsync(message, now, cancellationToken).ConfigureAwait(false))
        {
            await state.RememberAsync(DiscordChannel.ChannelName, KeyOf(message.Id), now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Somebody deleted a message: its question is not answered any more, and its answer is deleted too.</summary>
    public Task DeletedAsync(ChatMessage message, CancellationToken cancellationToken) => DeletedAsync(message, message.Id, cancellationToken);

    /// <summary>Many messages were deleted at once, by a moderator.</summary>
    public async Task DeletedAllAsync(ChatMessage messages, CancellationToken cancellationToken)
    {
        foreach (var id in messages.Ids)
        {
            await DeletedAsync(messages, id, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string KeyOf(string message) => $"edited/{message}";

    private async Task DeletedAsync(ChatMessage deleted, string id, CancellationToken cancellationToken)
    {
        _deleted.Add(id);
        await withdrawals.TakeAsync(await LatestAsync(id, cancellationToken).ConfigureAwait(false), deleted.Place, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> LatestAsync(string message, CancellationToken cancellationToken) =>
        await state.GetAsync(DiscordChannel.ChannelName, KeyOf(message), cancellationToken).ConfigureAwait(false) ?? message;

    // Whether it is a question to the bot.
    private async Task<bool> AskAsync(ChatMessage message, string eventId, CancellationToken cancellationToken)
    {
        var self = _self ??= await state.GetAsync(DiscordChannel.ChannelName, SelfKey, cancellationToken).ConfigureAwait(false) ?? "";
        if (message.IsBots || !(message.IsDirect || message.Mentions(self) || await IsReadAsync(message, cancellationToken).ConfigureAwait(false)))
        {
            return false;
        }

        var asked = message.Occasion;
        switch (await policy.OfAsync(asked, cancellationToken).ConfigureAwait(false))
        {
            case Verdict.Taken taken:
                await HandInAsync(message, eventId, message.Without(self), asked, taken, cancellationToken).ConfigureAwait(false);
                break;
            case Verdict.Refused refused:
                await replies.RefuseAsync(asked, message.Id, refused, cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        return true;
    }

    private async Task HandInAsync(ChatMessage message, string eventId, string question, Occasion asked, Verdict.Taken taken, CancellationToken cancellationToken)
    {
        var place = new DiscordPlace { ChannelId = asked.Channel, MessageId = message.Id, IsDirect = asked.IsDirect, Locale = taken.Locale, AskerId = asked.User };
        var admission = await reception.AskAsync(
            new()
            {
                Channel = DiscordChannel.ChannelName,
                EventId = eventId,
                Conversation = await threads.ConversationOfAsync(asked.Channel, asked.User, cancellationToken).ConfigureAwait(false),
                Asker = asked.User,
                Text = question,
                Place = new(place.Write(), asked.IsDirect),
                Scope = taken.Scope,
                Asked = message.Written,
            },
            cancellationToken).ConfigureAwait(false);
        if (Asking.RefusalOf(admission, taken.Locale) is { } refusal)
        {
            await replies.SayAsync(asked, message.Id, AnswerMessages.OfWords(refusal)[0], cancellationToken).ConfigureAwait(false);
        }
    }

    // With the privileged intent, all that is written in our threads.
    private async Task<bool> IsReadAsync(ChatMessage message, CancellationToken cancellationToken) =>
        options.Value.ThreadMessages && message.Content.Length > 0 && await threads.HasAsync(message.Occasion.Channel, cancellationToken).ConfigureAwait(false);
}
