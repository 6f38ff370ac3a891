using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Conversations.Watching;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Discord.Channels;

/// <summary>
/// Discord as a channel of the record. Each delivery is shown once: an interaction's answer is put in place, which may be done again while its token
/// lives, what follows it is noted before it is sent, and a message has a nonce, which Discord remembers for some minutes.
/// </summary>
internal sealed class DiscordChannel(RestClient rest, OpenCallbacks callbacks, ShownParts parts, Links links, TimeProvider time) : IChannel
{
    /// <summary>The channel's name in the record.</summary>
    public const string ChannelName = "discord";

    // "In the past few minutes", says Discord; nobody says how many.
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(2);

    // Discord shows it for ten seconds.
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(8);

    private readonly InteractionAnswers _interactions = new(rest, callbacks, parts, links);
    private readonly InteractionProgress _progress = new(rest, callbacks);

    public string Name => ChannelName;

    public bool RecognisesRepeat(Delivery delivery)
    {
        var now = time.GetUtcNow();
        return DiscordPlace.Of(delivery.Place).Interaction is { } interaction && (interaction.IsAlive(now) || delivery.FirstTried < interaction.Until)
            ? interaction.IsAlive(now)
            : delivery.FirstTried is not { } first || now - first < NonceLife;
    }

    public async Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken)
    {
        var to = DiscordPlace.Of(place);
        if (to.Interaction is { } interaction)
        {
            if (interaction.IsAlive(time.GetUtcNow()))
            {
                await _progress.SayAsync(interaction, AnswerMessages.OfWords(WordsOf(stage, to.Locale))[0], cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        // Ended by the answer.
        while (to.MayShow(place))
        {
            await rest.SendAsync(Routes.TriggerTyping(to.ChannelId), cancellationToken).ConfigureAwait(false);
            await Task.Delay(TypingLasts, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var to = DiscordPlace.Of(delivery.Place);
        if (to.Interaction is { } interaction && interaction.IsAlive(time.GetUtcNow()))
        {
            await _progress.EndedAsync(interaction, cancellationToken).ConfigureAwait(false);
            if (await _interactions.DeliverAsync(delivery, to, interaction, cancellationToken).ConfigureAwait(false) is { } receipt)
            {
                return receipt;
            }
        }

        return to.MayShow(delivery.Place)
            ? await KeptAsync(delivery, await PostAsync(to, MessagesOf(delivery, to), delivery.Key, to.MessageId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
            : new Receipt.NotShown("The interaction is over, and its answer was for the asker alone, or Bot is not in the channel.", null);
    }

    // By a reply: an edited message tells nobody that it was.
    public async Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken)
    {
        var to = DiscordPlace.Of(delivery.Place);
        return to.MayShow(delivery.Place)
            ? await PostAsync(to, MessagesOf(delivery, to), delivery.Key, messageId.Split(',')[0], cancellationToken).ConfigureAwait(false)
            : new Receipt.NotShown("Its answer was for the asker alone, in an interaction that is over.", null);
    }

    public async Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken)
    {
        var to = DiscordPlace.Of(place);
        if (to.Interaction is { } interaction && interaction.IsAlive(time.GetUtcNow()))
        {
            await _interactions.DeleteAsync(interaction, messageId, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var id in ShownParts.Named(messageId))
        {
            await rest.SendAsync(Routes.DeleteMessage(to.ChannelId, id), cancellationToken).ConfigureAwait(false);
        }
    }

    private IReadOnlyList<Message> MessagesOf(Delivery delivery, DiscordPlace to) =>
        TurnSpans.Render(ChannelName, () => AnswerMessages.Of(delivery.Said, links, delivery.Turn, to.Locale, delivery.Place.Private));

    // Its button is on the last of them, and deletes them all.
    private async Task<Receipt> KeptAsync(Delivery delivery, Receipt receipt, CancellationToken cancellationToken)
    {
        if (receipt is Receipt.Shown { MessageId: { } ids } && ids.Contains(',', StringComparison.Ordinal))
        {
            await parts.KeepAsync(delivery.Turn, ids.Split(','), cancellationToken).ConfigureAwait(false);
        }

        return receipt;
    }

    // Repeated as a whole: Discord shows again none that has its nonce.
    private async Task<Receipt> PostAsync(DiscordPlace to, IReadOnlyList<Message> messages, string key, string? replyTo, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        for (var part = 0; part < messages.Count; part++)
        {
            var message = messages[part] with
            {
                Nonce = part == 0 ? key : $"{key[..Math.Min(key.Length, 23)]}~{part}",
                MessageReference = part == 0 && replyTo is not null ? new(replyTo) : null,
            };
            switch (Receipts.Of(await rest.SendAsync(Routes.CreateMessage(to.ChannelId, message), cancellationToken).ConfigureAwait(false)))
            {
                case Receipt.Shown shown:
                    ids.Add(shown.MessageId ?? "");
                    break;
                case var other:
                    return other;
            }
        }

        return new Receipt.Shown(string.Join(',', ids));
    }

    private static string WordsOf(AnswerStage stage, string? locale) => stage switch
    {
        AnswerStage.Searched { Passages: 1 } => ChannelWords.Of("ReadingOne", locale),
        AnswerStage.Searched { Passages: var passages } => ChannelWords.Of("ReadingMany", locale, passages),
        AnswerStage.Composed { Sentences: 1 } => ChannelWords.Of("CheckingOne", locale),
        AnswerStage.Composed { Sentences: var sentences } => ChannelWords.Of("CheckingMany", locale, sentences),
        _ => ChannelWords.Of("Writing", locale),
    };
}
