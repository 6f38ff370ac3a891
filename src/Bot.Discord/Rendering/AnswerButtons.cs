using System.Globalization;
using Bot.Answering.Answers;
using Bot.Conversations.Records;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Rendering;

/// <summary>The buttons of one message of an answer.</summary>
internal static class AnswerButtons
{
    private const int SourceLabel = 40;

    /// <summary>One button for each citation that appears first in the message, and after the last message what a reader may do.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="numbers">The citations that appear first.</param>
    /// <param name="turn">The turn, which all buttons name.</param>
    /// <param name="more">Where the rest begins, when the message is the last of those shown; <see langword="null"/> when there is no rest.</param>
    /// <param name="isLast">Whether the message is the last of those shown.</param>
    /// <param name="isPrivate">Whether only the asker sees it, who can dismiss it without us.</param>
    public static IReadOnlyList<ActionRow> Of(Answer answer, IReadOnlyList<int> numbers, TurnId turn, int? more, bool isLast, bool isPrivate)
    {
        // The title helps only where there are several.
        var named = answer.Citations.Select(citation => citation.Article.Slug).Distinct(StringComparer.Ordinal).Count() > 1;
        var sources = answer.Citations.Where(citation => numbers.Contains(citation.Number)).Select(citation => Source(citation, turn, named));
        Button[] others = isLast ? [.. Others(answer, turn, more, isPrivate)] : [];
        return [.. sources.Chunk(ActionRow.MostButtons).Append(others).Where(row => row.Length > 0).Select(row => new ActionRow(row))];
    }

    private static Button Source(Citation citation, TurnId turn, bool named)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]");
        return new(new CustomId(ButtonAction.Source, turn, citation.Number).ToString())
        {
            Label = named ? $"{mark} {ArticleLine.TitleOf(citation.Article, SourceLabel)}" : mark,
        };
    }

    private static IEnumerable<Button> Others(Answer answer, TurnId turn, int? more, bool isPrivate)
    {
        if (more is { } from)
        {
            yield return new(new CustomId(ButtonAction.More, turn, from).ToString()) { Label = ChannelWords.Of("More", answer.Language) };
        }

        if (answer is not Answer.Smalltalk)
        {
            yield return Sign(ButtonAction.Up, turn, "👍");
            yield return Sign(ButtonAction.Down, turn, "👎");
        }

        yield return new(new CustomId(ButtonAction.FollowUp, turn).ToString()) { Label = ChannelWords.Of("FollowUp", answer.Language) };
        if (!isPrivate)
        {
            yield return Sign(ButtonAction.Delete, turn, "🗑️");
        }
    }

    private static Button Sign(ButtonAction action, TurnId turn, string emoji) => new(new CustomId(action, turn).ToString()) { Emoji = new(emoji) };
}
