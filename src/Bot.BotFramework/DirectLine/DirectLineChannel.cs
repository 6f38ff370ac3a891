using Bot.Answering.Tracing;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;
using Bot.Conversations.Watching;

namespace Bot.BotFramework.DirectLine;

/// <summary>
/// Our own page, and whoever else speaks Direct Line with us. What is shown is put into the transcript, which readers follow: it knows a repeated
/// message by its key, so that each answer is there exactly once.
/// </summary>
internal sealed class DirectLineChannel(DirectLineTranscript transcript, Links links, TimeProvider time) : IChannel
{
    public const string ChannelName = "directline";

    // An answer that comes at once needs no progress.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public string Name => ChannelName;

    public bool RecognisesRepeat(Delivery delivery) => true;

    public async Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken)
    {
        var to = ConversationReference.Read(place.Address);
        if (stage is AnswerStage.Searched)
        {
            await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(false);
        }

        var said = new Activity { Type = ActivityTypes.Typing, Text = ProgressWords.Of(stage, to.Locale), ReplyToId = to.ActivityId };
        await transcript.PassAsync(to.Conversation.Id!, new LiveStream(StreamOf(to), LiveStream.Interim, Sequence(stage)).Of(said), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var to = ConversationReference.Read(delivery.Place.Address);
        var message = TurnSpans.Render(ChannelName, () => AnswerActivities.Of(delivery.Said, ActivityForm.WebChat, to.Links(links), delivery.Turn, to.Locale)) with { ReplyToId = to.ActivityId };
        return await SayAsync(to, new LiveStream(StreamOf(to), LiveStream.Final, StreamSequence: null).Of(message), delivery.Key, cancellationToken).ConfigureAwait(false);
    }

    // What Web Chat has shown it does not change: the correction is said below.
    public async Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken)
    {
        var to = ConversationReference.Read(delivery.Place.Address);
        if (delivery.Said is not Said.Correction correction)
        {
            return new Receipt.NotShown("Only corrections are added to what was shown.", null);
        }

        var words = AnswerActivities.OfWords($"{ChannelWords.Of("Correcting", to.Locale)}\n{correction.Words}", to.Locale) with { ReplyToId = messageId };
        return await SayAsync(to, words, delivery.Key, cancellationToken).ConfigureAwait(false);
    }

    // Nothing is shown of a question before its answer, and nobody here takes a question back.
    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<Receipt> SayAsync(ConversationReference to, Activity message, string key, CancellationToken cancellationToken)
    {
        await transcript.SayAsync(to.Conversation.Id!, to.User!.Id!, [DirectLineActivities.Kept(message, key)], cancellationToken).ConfigureAwait(false);
        return new Receipt.Shown(DirectLineActivities.IdOf(to.Conversation.Id!, key));
    }

    private static string StreamOf(ConversationReference to) => $"{to.ActivityId}/answer";

    private static int Sequence(AnswerStage stage) => stage switch
    {
        AnswerStage.Searched => 1,
        AnswerStage.Composed => 2,
        _ => 3,
    };
}
