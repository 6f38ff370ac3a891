using System.Text.Json;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Serving;

/// <summary>A reader's word on an answer, in the shapes that clients give it.</summary>
/// <param name="Turn">The answer's turn, where the client says it; else its message does.</param>
/// <param name="Up">Whether it is good.</param>
/// <param name="Reason">The reader's reason.</param>
internal sealed record FeedbackReading(TurnId? Turn, bool Up, string? Reason)
{
    /// <summary>The name of the invoke.</summary>
    public const string Invoke = "message/submitAction";

    /// <summary>Reads an invoke's value; <see langword="null"/> when it is no feedback.</summary>
    public static FeedbackReading? OfInvoke(Activity activity)
    {
        if (activity.Value is not { } value || value.Words("actionName") is not "feedback" || value.Part("actionValue") is not { } given)
        {
            return null;
        }

        return given.Words("reaction") switch
        {
            "like" => new(null, true, ReasonOf(given)),
            "dislike" => new(null, false, ReasonOf(given)),
            _ => null,
        };
    }

    /// <summary>Reads what a press of a thumb sends; <see langword="null"/> when it is none.</summary>
    public static FeedbackReading? OfEvent(Activity activity) =>
        activity.EntityObjects().Select(entity => OfName(entity.Words("@id"))).FirstOrDefault(found => found is not null);

    private static FeedbackReading? OfName(string? name)
    {
        if (name is null || !name.StartsWith(CitationEntity.FeedbackPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var up = name.EndsWith(CitationEntity.Up, StringComparison.Ordinal);
        var end = up ? CitationEntity.Up : CitationEntity.Down;
        return name.EndsWith(end, StringComparison.Ordinal) && TurnId.TryParse(name[CitationEntity.FeedbackPrefix.Length..^end.Length], out var turn)
            ? new(turn, up, null)
            : null;
    }

    // Web Chat sends an object, Teams the same as a string, and others just words.
    private static string? ReasonOf(JsonElement given)
    {
        var said = given.Part("feedback")?.Words("feedbackText") ?? given.Words("feedback");
        if (said is not null && said.TrimStart().StartsWith('{'))
        {
            try
            {
                using var document = JsonDocument.Parse(said);
                said = document.RootElement.Words("feedbackText") ?? said;
            }
            catch (JsonException)
            {
                // Words that begin like one.
            }
        }

        return string.IsNullOrWhiteSpace(said) ? null : said.Trim();
    }
}
