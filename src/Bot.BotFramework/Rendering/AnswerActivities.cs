using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Cards;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Rendering;

/// <summary>Makes activities of what Bot says: one answer, two forms, the same words and numbers.</summary>
internal static class AnswerActivities
{
    private const int SummaryLength = 200;

    /// <summary>The message that says it: its text, entity, buttons and cards. Whom it goes to and where is the sender's to add.</summary>
    /// <param name="said">What Bot says.</param>
    /// <param name="form">Who reads it.</param>
    /// <param name="links">Where cited words are seen.</param>
    /// <param name="turn">The turn, which feedback names.</param>
    /// <param name="locale">The reader's language, a BCP 47 tag, if known.</param>
    public static Activity Of(Said said, ActivityForm form, Links links, TurnId turn, string? locale) => Shapes(said, form, links, turn, locale).First();

    /// <summary>The same, and plainer and plainer ones: each for when the one before it is refused.</summary>
    public static IEnumerable<Activity> Shapes(Said said, ActivityForm form, Links links, TurnId turn, string? locale) => said switch
    {
        Said.Reply reply => AnswerShape.All.Select(shape => OfAnswer(reply.Answer, form, links, turn, shape)).SkipWhile(activity => SizeOf(activity) >= AnswerShape.MostBytes),
        Said.Apology apology => [OfWords(ChannelWords.Of(apology.Reason.ToString(), apology.Locale ?? locale), apology.Locale ?? locale)],
        Said.Correction correction => [OfWords(correction.Words, locale)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A message with words that are no answer.</summary>
    /// <param name="words">Plain words, a paragraph a line.</param>
    /// <param name="locale">Their language.</param>
    public static Activity OfWords(string words, string? locale) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = "markdown",
        Text = string.Join("\n\n", words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MarkdownText.Of)),
        Summary = PlainText.Of(words, SummaryLength),
        Locale = ChannelWords.LanguageOf(locale),
    };

    /// <summary>How large a message is, in bytes of UTF-16.</summary>
    public static int SizeOf(Activity activity) => ActivityJson.Text(activity).Length * sizeof(char);

    private static Activity OfAnswer(Answer answer, ActivityForm form, Links links, TurnId turn, AnswerShape shape)
    {
        var markdown = AnswerMarkdown.Of(answer, shape.Text);
        ImmutableArray<Citation> shown = [.. answer.Citations.Where(citation => markdown.Numbers.Contains(citation.Number)).Take(shape.Citations)];
        var (card, below) = form == ActivityForm.Teams && shape.Card > 0 && (markdown.Rest.Length > 0 || shown.Length < answer.Citations.Length)
            ? SourcesCard.Of(answer, markdown.Rest, shape.Card, Link)
            : (null, 0);
        string[] paragraphs =
        [
            .. markdown.Paragraphs,
            .. below > 0 ? [ChannelWords.Of("MoreBelow", answer.Language)] : (string[])[],
            .. below < markdown.Rest.Length ? [ChannelWords.Of("CutShort", answer.Language)] : (string[])[],
            .. form == ActivityForm.WebChat && !shape.Plain ? PlainSources.Label(answer) : [],
            .. form == ActivityForm.WebChat && !shown.IsEmpty ? [string.Join('\n', shown.Select(Definition))] : (string[])[],
            .. shape.Plain ? PlainSources.Of(answer, form == ActivityForm.WebChat ? [] : shown, Link) : [],
        ];
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            TextFormat = "markdown",
            Text = string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)),
            Summary = PlainText.Of(answer.Text, SummaryLength),
            Locale = answer.Language,
        };
        return shape.Plain ? message : message with
        {
            Entities = CitationEntity.Of(answer, form, shown, Link, turn) is { } entity ? [ActivityJson.Element(entity)] : null,
            Attachments = card is null ? null : [card],
            SuggestedActions = SuggestedActions.Saying(answer.Suggestions.Select(words => PlainText.Of(words, AnswerShape.Button)).Where(words => words.Length > 0).Take(AnswerShape.Buttons)),
            ChannelData = form == ActivityForm.Teams && answer is not Answer.Smalltalk ? FeedbackLoop() : null,
        };

        string? Link(Citation citation) => links.Of(citation) is { } address && address.Length <= shape.Address ? address : null;

        string Definition(Citation citation) => string.Create(
            CultureInfo.InvariantCulture,
            $"[{citation.Number}]: {Addresses.InMarkdown(Link(citation) ?? CitationEntity.NameOf(citation))} \"{MarkdownText.Title(CitationEntity.TitleOf(citation))}\"");
    }

    private static JsonElement FeedbackLoop()
    {
        using var document = JsonDocument.Parse("""{"feedbackLoop":{"type":"default"}}""");
        return document.RootElement.Clone();
    }
}
