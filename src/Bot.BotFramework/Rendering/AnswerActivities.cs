using Bot.BotFramework.Activities;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Rendering;

/// <summary>Makes activities of what Bot says.</summary>
internal static class AnswerActivities
{
    /// <summary>The message that says it: its text, entity, buttons and cards. Whom it goes to and where is the sender's to add.</summary>
    /// <param name="said">What Bot says.</param>
    /// <param name="form">Who reads it.</param>
    /// <param name="links">Where cited words are seen.</param>
    /// <param name="turn">The turn, which feedback names.</param>
    /// <param name="locale">The reader's language, a BCP 47 tag, if known.</param>
    public static Activity Of(Said said, ActivityForm form, Links links, TurnId turn, string? locale) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = "markdown",
        Text = said switch
        {
            Said.Reply reply => reply.Answer.Text,
            Said.Apology => "Sorry.",
            Said.Correction correction => correction.Words,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        Locale = locale,
        Properties = form == ActivityForm.Teams || links.PublicUrl is null || turn == default ? null : [],
    };
}
