using Bot.Conversations.Channels;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Discord.Channels;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>What the buttons under answers do: they work for as long as the record has the answer.</summary>
internal sealed class Presses(RecordedTurns turns, ReaderFeedback feedback, Asking asking, ShownParts parts, RestClient rest, Links links, TimeProvider time)
{
    private const int LongestReason = 1_000;

    private static readonly TimeSpan DeletedWithin = TimeSpan.FromMilliseconds(500);

    /// <summary>A button was pressed.</summary>
    public async Task<byte[]> PressedAsync(Interaction pressed, CancellationToken cancellationToken)
    {
        if (!CustomId.TryParse(pressed.CustomId, out var id) || await turns.FindAsync(id.Turn, cancellationToken).ConfigureAwait(false) is not { Answer: { } answer })
        {
            return Gone(pressed);
        }

        switch (id.Action)
        {
            case ButtonAction.Source:
                return answer.Citations.FirstOrDefault(citation => citation.Number == id.Number) is { } citation
                    ? InteractionResponse.Private(PassageMessage.Of(citation, links, answer.Language))
                    : Gone(pressed);
            case ButtonAction.More:
                return AnswerMessages.Of(answer, links, id.Turn, id.Number, isPrivate: true, most: 1) is [var next]
                    ? InteractionResponse.Private(next)
                    : Gone(pressed);
            case ButtonAction.Up:
                await feedback.GiveAsync(id.Turn, pressed.UserId, up: true, null, cancellationToken).ConfigureAwait(false);
                return Saying("Thanks", pressed);
            case ButtonAction.Down:
                // It counts also when no reason is given.
                await feedback.GiveAsync(id.Turn, pressed.UserId, up: false, null, cancellationToken).ConfigureAwait(false);
                return Form(id, "Why", LongestReason, required: false, pressed);
            case ButtonAction.FollowUp:
                return Form(id, "FollowUp", asking.MostLength, required: true, pressed);
            default:
                return await DeleteAsync(id, pressed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A form was filled in.</summary>
    public async Task<byte[]> WrittenAsync(Interaction written, CancellationToken cancellationToken)
    {
        switch (CustomId.TryParse(written.CustomId, out var id) ? id.Action : (ButtonAction?)null)
        {
            case ButtonAction.Down:
                return await feedback.GiveAsync(id!.Turn, written.UserId, up: false, written.Written.Trim() is { Length: > 0 } reason ? reason : null, cancellationToken).ConfigureAwait(false)
                    ? Saying("Thanks", written)
                    : Gone(written);
            case ButtonAction.FollowUp:
                return await asking.AskAsync(written, written.Written, null, written.IsOnPrivateMessage ? true : null, cancellationToken).ConfigureAwait(false);
            default:
                return Gone(written);
        }
    }

    private async Task<byte[]> DeleteAsync(CustomId id, Interaction pressed, CancellationToken cancellationToken)
    {
        if (!pressed.MayDelete)
        {
            return Saying("NotYours", pressed);
        }

        if (pressed.IsAway)
        {
            return InteractionResponse.Instead(AnswerMessages.OfWords(ChannelWords.Of("AnswerDeleted", pressed.Locale))[0]);
        }

        var kept = ShownParts.Named(string.Join(',', await parts.OfAsync(id.Turn, cancellationToken).ConfigureAwait(false)));
        var deleted = DeleteAsync(pressed.ChannelId, kept.Append(pressed.MessageId).Distinct());

        // Discord's limits may hold them back for longer than the press can wait; they are deleted then too.
        await deleted.WaitAsync(DeletedWithin, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return InteractionResponse.Nothing();
    }

    private async Task DeleteAsync(string channel, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await rest.SendAsync(Routes.DeleteMessage(channel, message), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static byte[] Form(CustomId id, string words, int most, bool required, Interaction pressed)
    {
        var title = PlainText.Of(ChannelWords.Of(words, pressed.Locale), InteractionResponse.MostTitle);
        return InteractionResponse.Form(id.ToString(), title, title, most, required);
    }

    private static byte[] Gone(Interaction interaction) => Saying("Gone", interaction);

    private static byte[] Saying(string words, Interaction interaction) => InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of(words, interaction.Locale))[0]);
}
