using System.Collections.Immutable;
using System.Globalization;
using Bot.Conversations.Feedback;

namespace Bot.Cli.Terminal;

/// <summary>Lists what readers think of answers.</summary>
internal sealed class FeedbackView(Screen screen)
{
    private const int FirstWords = 80;

    private static readonly string[] Columns = ["answer id", "when", "", "reason", "question", "answer"];

    public void Show(ImmutableArray<GivenFeedback> feedback)
    {
        if (feedback.IsEmpty)
        {
            screen.Line("There is no such feedback.");
            return;
        }

        screen.Rows(Columns, feedback.Select(Row));
    }

    private static string[] Row(GivenFeedback given) =>
    [
        given.Turn.ToString(),
        given.At.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        given.Up ? "up" : "down",
        given.Reason ?? "",
        given.Question,
        FirstOf(given.Answer),
    ];

    private static string FirstOf(string answer)
    {
        if (answer.Length <= FirstWords)
        {
            return answer;
        }

        var end = answer.LastIndexOf(' ', FirstWords);
        return $"{answer[..(end > 0 ? end : FirstWords)]} …";
    }
}
