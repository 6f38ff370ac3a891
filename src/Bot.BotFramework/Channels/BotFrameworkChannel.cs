using System.Collections.Concurrent;
using Bot.Answering.Tracing;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;
using Bot.Conversations.Watching;

namespace Bot.BotFramework.Channels;

/// <summary>
/// All channels of Azure Bot Service as one channel of the record: Teams, Web Chat, Direct Line. They recognise no repeated message, so an answer
/// of unknown fate is not sent again; a change in place may be.
/// </summary>
internal sealed class BotFrameworkChannel(ConnectorClient connector, Links links, CorrectedAnswers? corrected, TimeProvider time) : IChannel, IDisposable
{
    public const string ChannelName = "botframework";

    // An answer that comes at once needs no progress, and a stream delays its end by a second.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, TeamsStream> _streams = new(StringComparer.Ordinal);
    private readonly AnswerSending _sending = new(connector);
    private readonly TakenBack _takenBack = new(connector, time);

    public string Name => ChannelName;

    public bool RecognisesRepeat(Delivery delivery) => delivery.Said is Said.Correction || To(delivery.Place).InResponse;

    public async Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken)
    {
        var to = To(place);
        if (to.InResponse)
        {
            return;
        }

        if (to is { IsTeams: true, IsPersonal: true })
        {
            await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(false);
            await _streams.GetOrAdd(place.Address, _ => new(to, connector, time)).SayAsync(ProgressWords.Of(stage, to.Locale), cancellationToken).ConfigureAwait(false);
            return;
        }

        // Ended by the answer.
        while (true)
        {
            await connector.PostAsync(to, to.ActivityId, to.Address(new() { Type = ActivityTypes.Typing }), cancellationToken).ConfigureAwait(false);
            await Task.Delay(TypingLasts, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var to = To(delivery.Place);
        if (to.InResponse)
        {
            // Whoever waits for it reads it in the record.
            return new Receipt.Shown(null);
        }

        var forms = TurnSpans.Render<Activity[]>(ChannelName, () => [.. AnswerActivities.Shapes(delivery.Said, to.Form, links, delivery.Turn, to.Locale).Select(form => Fitted(form, to))]);
        var (reply, id) = await _sending.SendAsync(to, forms, _streams.GetValueOrDefault(delivery.Place.Address), cancellationToken).ConfigureAwait(false);
        var receipt = reply.OfNew();
        Forget(delivery.Place, receipt);
        return receipt is Receipt.Shown ? new Receipt.Shown(id) : receipt;
    }

    public async Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken)
    {
        var to = To(delivery.Place);
        if (delivery.Said is not Said.Correction correction || to.InResponse)
        {
            return new Receipt.NotShown("It was shown in a response, which cannot be changed.", null);
        }

        if (corrected is not null && await corrected.WithAsync(delivery.Turn, correction.Words, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            var said = AnswerActivities.Shapes(new Said.Reply(answer.Answer), to.Form, links, delivery.Turn, to.Locale).Select(form => Fitted(form, to));
            Activity[] forms = [.. said.Select(form => form with { Text = string.Join("\n\n", answer.Corrections.Select(MarkdownText.Of).Append(form.Text)) })];
            var reply = await _sending.ReplaceAsync(to, messageId, forms, cancellationToken).ConfigureAwait(false);
            if (reply.Done || reply.MayBeRepeated)
            {
                return reply.OfChange(messageId);
            }
        }

        // It cannot be changed any more: said below it, once.
        var words = AnswerActivities.OfWords($"{ChannelWords.Of("Correcting", to.Locale)}\n{correction.Words}", to.Locale);
        var below = (await connector.PostAsync(to, messageId, to.Address(words) with { ReplyToId = messageId }, cancellationToken).ConfigureAwait(false)).OfNew();
        return below is Receipt.Unknown unknown ? new Receipt.NotShown(unknown.Reason, null) : below;
    }

    public async Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken)
    {
        var to = To(place);
        if (_streams.TryRemove(place.Address, out var stream) && messageId is null)
        {
            await _takenBack.StreamAsync(to, stream, cancellationToken).ConfigureAwait(false);
        }

        if (messageId is not null && !to.InResponse)
        {
            await _takenBack.MessageAsync(to, messageId, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (var stream in _streams.Values)
        {
            stream.Dispose();
        }
    }

    // Teams shows buttons for the next question in chats of two only.
    private static Activity Fitted(Activity message, ConversationReference to) => to is { IsTeams: true, IsPersonal: false } ? message with { SuggestedActions = null } : message;

    private static ConversationReference To(Place place) => ConversationReference.Read(place.Address);

    private void Forget(Place place, Receipt receipt)
    {
        if (receipt is not Receipt.NotShown { RetryAfter: not null })
        {
            _streams.TryRemove(place.Address, out _);
        }
    }
}
