using System.Text.Json;
using Bot.BotFramework.Activities;
using Bot.Conversations.Feedback;

namespace Bot.BotFramework.Serving;

/// <summary>What clients ask and wait for, and what readers press.</summary>
internal sealed class Invokes(ReaderFeedback feedback, Shelf shelf)
{
    private const string CardAction = "adaptiveCard/action";

    private static readonly JsonElement Nothing = Element("{}");

    /// <summary>Answers an invoke; 501 for one that is not ours.</summary>
    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Name)
        {
            case FeedbackReading.Invoke:
                await GiveAsync(activity, FeedbackReading.OfInvoke(activity), cancellationToken).ConfigureAwait(false);

                // Teams takes anything else for an error.
                return new(200, Nothing);
            case CardAction:
                return new(200, await ActAsync(activity, cancellationToken).ConfigureAwait(false));
            default:
                return new(501);
        }
    }

    /// <summary>Takes an event: a thumb, or nothing of ours.</summary>
    /// <returns>Whether it was ours.</returns>
    public async Task<bool> TakeEventAsync(Activity activity, CancellationToken cancellationToken)
    {
        var given = FeedbackReading.OfEvent(activity);
        await GiveAsync(activity, given, cancellationToken).ConfigureAwait(false);
        return given is not null;
    }

    private Task GiveAsync(Activity activity, FeedbackReading? given, CancellationToken cancellationToken) => given switch
    {
        null => Task.CompletedTask,
        { Turn: { } turn } => feedback.GiveAsync(turn, Names.AskerOf(activity), given.Up, given.Reason, cancellationToken),
        _ => feedback.GiveAsync(
            Names.ChannelOf(activity),
            Names.ConversationOf(activity),
            activity.ReplyToId,
            Names.AskerOf(activity),
            given.Up,
            given.Reason,
            cancellationToken),
    };

    private async Task<JsonElement> ActAsync(Activity activity, CancellationToken cancellationToken)
    {
        var data = activity.Value?.Part("action")?.Part("data") ?? default;
        var words = data.Words(Shelf.ArticleValue) is { } slug ? await shelf.ChooseAsync(activity, slug, cancellationToken).ConfigureAwait(false) : null;
        return words is null
            ? Element("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"This button is none of this bot's."}}""")
            : Element($$"""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":{{ActivityJson.Text(words)}}}""");
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
