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

    /// <summary>The question with the moment from which an article may answer it; the words that say so are no longer looked for in one.</summary>
    /// <param name="read">The question as understood.</param>
    /// <param name="asked">When it was asked, if that is known.</param>
    public static ReadQuestion Of(ReadQuestion read, DateTimeOffset? asked)
    {
        var dates = asked is null ? [] : RelativeDates.Find(read.Text, read.Language).Where(date => Days.ContainsKey(date.Unit)).ToArray();
        return dates.Length == 0 ? read : read with
        {
            PublishedFrom = dates.Max(date => Earliest(asked!.Value, date)),
            Terms = read.Terms.RemoveAll(term => dates.Any(date => date.Span.Overlaps(term.Span))),
        };
    }

    private static DateTimeOffset Earliest(DateTimeOffset asked, RelativeDate date) =>
        asked.AddDays((Days[date.Unit].Unit * Math.Min(0, date.Offset)) - Days[date.Unit].Before);
}
