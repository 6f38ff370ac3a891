using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Conversations.Watching;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;

namespace Bot.Discord.Channels;

/// <summary>
/// Answers interactions while their token lives: by the first response where that is still to be given, else in its place. The rest of a long answer
/// follows. What is no answer goes to the asker alone.
/// </summary>
internal sealed class InteractionAnswers(RestClient rest, OpenCallbacks callbacks, ShownParts parts, Links links)
{
    /// <summary>Shows it.</summary>
    /// <returns>What became of it; <see langword="null"/> when the interaction is over and it was certainly not shown.</returns>
    public async Task<Receipt?> DeliverAsync(Delivery delivery, DiscordPlace to, InteractionToken interaction, CancellationToken cancellationToken)
    {
        var isPrivate = delivery.Place.Private || IsForAskerAlone(delivery.Said);
        var messages = TurnSpans.Render(DiscordChannel.ChannelName, () => AnswerMessages.Of(delivery.Said, links, delivery.Turn, to.Locale, isPrivate));
        var given = await callbacks.GiveAsync(interaction.Token, InteractionResponse.Of(messages[0], isPrivate), cancellationToken).ConfigureAwait(false);
        if (given is null or { Code: RestReply.AlreadyAcknowledged })
        {
            if (isPrivate && !delivery.Place.Private)
            {
                return await TellAskerAsync(delivery, interaction, messages[0], cancellationToken).ConfigureAwait(false);
            }

            given = await rest.SendAsync(Routes.EditOriginal(interaction.ApplicationId, interaction.Token, messages[0]), cancellationToken).ConfigureAwait(false);
        }

        if (Receipts.IsOver(given))
        {
            return OverOf(delivery, given);
        }

        if (Receipts.Of(given) is not Receipt.Shown shown)
        {
            return Receipts.Of(given);
        }

        var first = shown.MessageId ?? await NameAsync(interaction, cancellationToken).ConfigureAwait(false);
        return messages.Count == 1 ? new Receipt.Shown(first) : await FollowAsync(delivery, interaction, messages, first ?? ShownParts.Nameless, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes back what was shown.</summary>
    public async Task DeleteAsync(InteractionToken interaction, string? messageIds, CancellationToken cancellationToken)
    {
        await rest.SendAsync(Routes.DeleteOriginal(interaction.ApplicationId, interaction.Token), cancellationToken).ConfigureAwait(false);
        foreach (var id in ShownParts.Named(messageIds).Skip(1))
        {
            await rest.SendAsync(Routes.DeleteFollowup(interaction.ApplicationId, interaction.Token, id), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsForAskerAlone(Said said) => said is Said.Apology or Said.Reply { Answer: Answer.NotStated or Answer.NothingFound };

    private static Receipt.Unknown? OverOf(Delivery delivery, RestReply reply) =>
        delivery.FirstTried is null ? null : new($"{reply.Reason}: the interaction ended after its answer was first tried.");

    // Discord tells what it calls a first response only when it was a request of ours.
    private async Task<string?> NameAsync(InteractionToken interaction, CancellationToken cancellationToken) =>
        Receipts.Of(await rest.SendAsync(Routes.GetOriginal(interaction.ApplicationId, interaction.Token), cancellationToken).ConfigureAwait(false)) is Receipt.Shown { MessageId: { } id } ? id : null;

    // Everybody sees "thinking", which cannot become private.
    private async Task<Receipt?> TellAskerAsync(Delivery delivery, InteractionToken interaction, Message words, CancellationToken cancellationToken)
    {
        switch (await parts.OfAsync(delivery.Turn, cancellationToken).ConfigureAwait(false))
        {
            case [ShownParts.Doubtful]:
                return new Receipt.Unknown("Nobody knows whether its asker was told: Discord recognises no follow-up that comes again.");
            case [var told]:
                return new Receipt.Shown(told);
        }

        var gone = await rest.SendAsync(Routes.DeleteOriginal(interaction.ApplicationId, interaction.Token), cancellationToken).ConfigureAwait(false);
        if (!gone.Done && gone.Code != RestReply.UnknownMessage)
        {
            return Receipts.IsOver(gone) ? OverOf(delivery, gone) : Receipts.Of(gone);
        }

        return await SayOnceAsync(delivery, interaction, words, [], isPrivate: true, cancellationToken).ConfigureAwait(false);
    }

    // What cannot be sent, or may have been, is behind "more" under the last message that certainly was.
    private async Task<Receipt> FollowAsync(Delivery delivery, InteractionToken interaction, IReadOnlyList<Message> messages, string first, CancellationToken cancellationToken)
    {
        var known = await parts.OfAsync(delivery.Turn, cancellationToken).ConfigureAwait(false);
        List<string> shown = [first];
        while (shown.Count < messages.Count)
        {
            var receipt = known.ElementAtOrDefault(shown.Count) switch
            {
                null => await SayOnceAsync(delivery, interaction, messages[shown.Count], shown, delivery.Place.Private, cancellationToken).ConfigureAwait(false),
                ShownParts.Doubtful => new Receipt.Unknown("It was about to be sent."),
                var id => new Receipt.Shown(id),
            };
            if (receipt is not Receipt.Shown { MessageId: { } next })
            {
                return await EndWithMoreAsync(delivery, interaction, shown, cancellationToken).ConfigureAwait(false);
            }

            shown.Add(next);
        }

        return new Receipt.Shown(string.Join(',', shown));
    }

    private async Task<Receipt> SayOnceAsync(Delivery delivery, InteractionToken interaction, Message message, IReadOnlyList<string> shown, bool isPrivate, CancellationToken cancellationToken)
    {
        await parts.KeepAsync(delivery.Turn, [.. shown, ShownParts.Doubtful], cancellationToken).ConfigureAwait(false);
        var followup = isPrivate ? message with { Flags = message.Flags | Message.Ephemeral } : message;
        var receipt = Receipts.Of(await rest.SendAsync(Routes.CreateFollowup(interaction.ApplicationId, interaction.Token, followup), cancellationToken).ConfigureAwait(false));
        if (receipt is Receipt.Shown { MessageId: { } id })
        {
            await parts.KeepAsync(delivery.Turn, [.. shown, id], cancellationToken).ConfigureAwait(false);
        }
        else if (receipt is Receipt.NotShown)
        {
            await parts.KeepAsync(delivery.Turn, shown, cancellationToken).ConfigureAwait(false);
        }

        return receipt;
    }

    private async Task<Receipt> EndWithMoreAsync(Delivery delivery, InteractionToken interaction, List<string> shown, CancellationToken cancellationToken)
    {
        var last = AnswerMessages.Of(((Said.Reply)delivery.Said).Answer, links, delivery.Turn, shown.Count - 1, delivery.Place.Private, most: 1)[0];
        var changed = await rest.SendAsync(
            shown.Count == 1 ? Routes.EditOriginal(interaction.ApplicationId, interaction.Token, last) : Routes.EditFollowup(interaction.ApplicationId, interaction.Token, shown[^1], last),
            cancellationToken).ConfigureAwait(false);
        return Receipts.Of(changed) is Receipt.Shown ? new Receipt.Shown(string.Join(',', shown)) : Receipts.Of(changed);
    }
}
