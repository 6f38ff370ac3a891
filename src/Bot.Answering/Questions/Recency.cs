using Bot.Answering.Dates;

namespace Bot.Answering.Questions;

/// <summary>How new an article must be to answer a question about the days when it is asked: "this week", "last month".</summary>
internal static class Recency
{
    // Articles about a day, week, month or year appear from then on; those of some time before may still announce it.
    private static readonly Dictionary<RelativeUnit, (int Unit, int Before)> Days = new()
    {
        [RelativeUnit.Day] = (1, 14),
        [RelativeUnit.Week] = (7, 14),
        [RelativeUnit.Month] = (31, 62),
        [RelativeUnit.Year] = (366, 366),
    };

    /// <summary>The moment from which an article may answer; <see langword="null"/> for any.</summary>
    /// <param name="question">The question, with the moment it was asked.</param>
    /// <param name="language">The language it is in.</param>
    public static DateTimeOffset? Of(Question question, string language) => question.Asked is { } asked
        ? RelativeDates.Find(question.Text, language).Where(date => Days.ContainsKey(date.Unit)).Select(date => Earliest(asked, date)).Max()
        : null;

    private static DateTimeOffset? Earliest(DateTimeOffset asked, RelativeDate date) =>
        Days[date.Unit] is var (unit, before) ? asked.AddDays((unit * Math.Min(0, date.Offset)) - before) : null;
}
