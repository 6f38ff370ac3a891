using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Answers;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Rendering;

/// <summary>What an answer's entity says, as paragraphs, for a message that has none: where its sentences stand, and that a model wrote them.</summary>
internal static class PlainSources
{
    /// <summary>That a model wrote it, in words: Web Chat 4.18 shows no label for it. Nothing when none did.</summary>
    public static IEnumerable<string> Label(Answer answer) =>
        answer.Making.Engine == Making.Extractive || answer is not (Answer.Answered or Answer.Conflicting) ? [] : [$"*{MarkdownText.Of(ChannelWords.Of("WrittenByAi", answer.Language))}*"];

    /// <summary>The paragraphs.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="shown">The citations to name.</param>
    /// <param name="link">Where cited words are seen.</param>
    public static IEnumerable<string> Of(Answer answer, ImmutableArray<Citation> shown, Func<Citation, string?> link) =>
        [.. Label(answer), .. shown.IsEmpty ? (string[])[] : [string.Join('\n', shown.Select(citation => Line(citation, link(citation))))]];

    private static string Line(Citation citation, string? address)
    {
        var title = MarkdownText.Of(CitationEntity.TitleOf(citation));
        var named = address is null ? title : $"[{title}]({Addresses.InMarkdown(address)})";
        return string.Create(CultureInfo.InvariantCulture, $"- [{citation.Number}] {named}: “{MarkdownText.Of(PlainText.Of(citation.Quote, AnswerShape.Abstract))}”");
    }
}
