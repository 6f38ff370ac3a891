using Bot.Conversations.Feedback;

namespace Bot.Cli.Contract;

/// <summary>A line of <c>feedback --json</c>.</summary>
internal sealed record FeedbackLine(string Id, DateTimeOffset At, bool Up, string? Reason, string Question, string Answer)
{
    public static FeedbackLine Of(GivenFeedback given) => new(given.Turn.ToString(), given.At, given.Up, given.Reason, given.Question, given.Answer);
}

/// <summary>A line of <c>unanswered --json</c>.</summary>
internal sealed record UnansweredLine(int Count, IReadOnlyList<string> Terms, IReadOnlyList<UnansweredQuestionLine> Questions)
{
    public static UnansweredLine Of(UnansweredGroup group) => new(
        group.Questions.Length,
        group.Terms,
        [.. group.Questions.Select(question => new UnansweredQuestionLine(question.Turn.ToString(), question.Received, question.Text))]);
}

/// <summary>A question of <see cref="UnansweredLine"/>.</summary>
internal sealed record UnansweredQuestionLine(string Id, DateTimeOffset At, string Question);
