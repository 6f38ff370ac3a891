using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Answers;
using Bot.BotFramework.Activities;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Rendering;

/// <summary>What an answer cites and who made it, beside its text.</summary>
internal static class CitationEntity
{
    /// <summary>What comes back when a reader presses a thumb.</summary>
    public const string FeedbackPrefix = "urn:answer:";

    /// <summary>The end of it for approval.</summary>
    public const string Up = ":up";

    /// <summary>The end of it for disapproval.</summary>
    public const string Down = ":down";

    /// <summary>The entity; <see langword="null"/> when there is nothing to say in it.</summary>
    public static MessageEntity? Of(Answer answer, ActivityForm form, ImmutableArray<Citation> shown, Func<Citation, string?> link, TurnId turn)
    {
        var webChat = form == ActivityForm.WebChat;
        string[]? made = answer.Making.Engine == Making.Extractive ? null : [MessageEntity.AiGenerated];
        FeedbackAction[]? thumbs = webChat && answer is not Answer.Smalltalk
            ? [new(FeedbackAction.Like, $"{FeedbackPrefix}{turn}{Up}"), new(FeedbackAction.Dislike, $"{FeedbackPrefix}{turn}{Down}")]
            : null;
        return made is null && thumbs is null && shown.IsEmpty
            ? null
            : new()
            {
                AdditionalType = made,
                Keywords = webChat ? made : null,
                Citation = shown.IsEmpty ? null : [.. shown.Select(citation => Claim(citation, webChat, link(citation)))],
                PotentialAction = thumbs,
            };
    }

    /// <summary>What a link definition names when there is no address.</summary>
    public static string NameOf(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"cite:{citation.Number}");

    /// <summary>A citation's title.</summary>
    public static string TitleOf(Citation citation) =>
        PlainText.Of(citation.Article.Title, AnswerShape.Name) is { Length: > 0 } title ? title : PlainText.Of(citation.Article.Slug, AnswerShape.Name);

    private static ClaimEntity Claim(Citation citation, bool webChat, string? address)
    {
        var words = PlainText.Of(citation.Quote, AnswerShape.Abstract);
        return new()
        {
            Id = webChat ? address ?? NameOf(citation) : null,
            Position = webChat ? ActivityJson.Element(citation.Number.ToString(CultureInfo.InvariantCulture)) : ActivityJson.Element(citation.Number),
            Appearance = new()
            {
                Name = TitleOf(citation),
                Url = address,
                Abstract = words.Length > 0 ? words : TitleOf(citation),
                Text = webChat && address is null ? MarkdownText.Of(PlainText.Of(citation.Quote, AnswerShape.Piece)) : null,
            },
        };
    }
}
