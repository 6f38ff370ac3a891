namespace Bot.Answering.Facts;

/// <summary>Reads dates, months, years, decades and weekdays, and takes their tokens.</summary>
internal static class DateReader
{
    public static IEnumerable<Fact> Read(FactText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if ((FigureDateReader.Read(text, at) ?? MonthReader.Read(text, at) ?? Weekday(text, at) ?? YearReader.Read(text, at))
                is not var (value, end))
            {
                continue;
            }

            var span = text.Span(at, end);
            text.Take(at, end);
            yield return new Fact(FactKind.Date, span, value);
            at = end - 1;
        }
    }

    private static (string Value, int End)? Weekday(FactText text, int at)
    {
        if (!text.IsWord(at) || (text.Lexicon.Data.CapitalsAreDates && !text.IsCapital(at)))
        {
            return null;
        }

        var length = text.Lexicon.Weekdays.Match(text.Tokens, at, out var weekday);
        return length > 0
            && (!text.Lexicon.AmbiguousMonths.Contains(text.Tokens[at].Folded) || text.Is(at + 1, ',') || text.Is(at + 1, '.'))
            ? (weekday!, at + length) : null;
    }
}
