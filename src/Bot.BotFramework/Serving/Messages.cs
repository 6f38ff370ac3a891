using System.Globalization;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Watching;

namespace Bot.BotFramework.Serving;

/// <summary>What people say: a command is done, a question recorded. What is said to it at once comes back, or is sent after the request.</summary>
internal sealed class Messages(Questions questions, Commands commands, Reception reception, RecentActivities recent, Links links, Notes notes)
{
    /// <summary>Takes a message, or the new words of one.</summary>
    /// <returns>The replies, where the sender waits for them in the response.</returns>
    public async Task<ExpectedReplies?> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var to = ConversationReference.Of(activity) with { ActivityId = activity.Id };
        if (to is { IsTeams: true, IsPersonal: false } && !MentionText.NamesBot(activity) && activity.Value is null)
        {
            // People talk with each other.
            await NoQuestionAsync(activity, cancellationToken).ConfigureAwait(false);
            return to.InResponse ? new([]) : null;
        }

        var text = MentionText.Of(activity);
        if (await CommandAsync(activity, text, to, cancellationToken).ConfigureAwait(false) is { } done)
        {
            await NoQuestionAsync(activity, cancellationToken).ConfigureAwait(false);
            return Tell(done, to);
        }

        var admission = activity.Type == ActivityTypes.MessageUpdate
            ? await questions.AskAgainAsync(activity, text, to, cancellationToken).ConfigureAwait(false)
            : await questions.AskAsync(activity, text, to, cancellationToken).ConfigureAwait(false);
        return admission switch
        {
            Admission.Accepted accepted => await AwaitAsync(accepted.Turn, to, cancellationToken).ConfigureAwait(false),
            Admission.Repeated repeated => await AwaitAsync(repeated.Turn, to, cancellationToken).ConfigureAwait(false),
            Admission.Blocked => to.InResponse ? new([]) : null,
            _ => recent.IsNew(activity) ? Tell(AnswerActivities.OfWords(WordsOf(admission, to.Locale), to.Locale), to) : null,
        };
    }

    private static string WordsOf(Admission admission, string? locale) => admission switch
    {
        Admission.WrongLength wrong => ChannelWords.Of("WrongLength", locale, wrong.Limit),
        Admission.TooFast fast => ChannelWords.Of("TooFast", locale, Seconds(fast.Wait)),
        Admission.Full full => ChannelWords.Of("TooFast", locale, Seconds(full.Wait)),
        _ => ChannelWords.Of("TryAgain", locale),
    };

    private static string Seconds(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    // What was a question before it was edited is none any more.
    private Task NoQuestionAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.Type == ActivityTypes.MessageUpdate ? questions.WithdrawAsync(activity, cancellationToken) : Task.CompletedTask;

    private async Task<Activity?> CommandAsync(Activity activity, string text, ConversationReference to, CancellationToken cancellationToken) =>
        text.Length <= Longest ? await commands.RunAsync(activity, text, to, cancellationToken).ConfigureAwait(false) : null;

    private const int Longest = 40;

    private ExpectedReplies? Tell(Activity message, ConversationReference to)
    {
        if (to.InResponse || to.IsOurs)
        {
            return new([to.Address(message)]);
        }

        notes.Send(to, message);
        return null;
    }

    private async Task<ExpectedReplies?> AwaitAsync(TurnId turn, ConversationReference to, CancellationToken cancellationToken)
    {
        if (!to.InResponse)
        {
            return null;
        }

        await foreach (var happened in reception.WatchAsync(turn, cancellationToken).ConfigureAwait(false))
        {
            if (happened is TurnEvent.Settled { Turn: var settled })
            {
                Said said = settled is { State: not TurnState.Apologised, Answer: { } answer } ? new Said.Reply(answer) : new Said.Apology(ApologyReason.Failed, to.Locale);
                return new(settled.State == TurnState.Cancelled ? [] : [to.Address(TurnSpans.Render(BotFrameworkChannel.ChannelName, () => AnswerActivities.Of(said, to.Form, links, turn, to.Locale)))]);
            }
        }

        return new([]);
    }
}
