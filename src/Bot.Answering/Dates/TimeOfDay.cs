using Bot.Answering.Facts;
using Bot.Answering.Questions;

namespace Bot.Answering.Dates;

/// <summary>Numbers that are times of day: "9:40 a.m.", "21 Uhr".</summary>
internal static class TimeOfDay
{
    /// <summary>Whether a fact is one.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="sentence">The sentence that states it.</param>
    /// <param name="language">The sentence's language.</param>
    public static bool Is(Fact fact, string sentence, string language) => fact.Kind == FactKind.Number && LengthBehind(sentence, fact.Span.End, language) > 0;

    /// <summary>How many letters behind a number make it a time of day; 0 where none do.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="end">Where the number ends.</param>
    /// <param name="language">The sentence's language.</param>
    public static int LengthBehind(string sentence, int end, string language) => QuestionWords.Of(language).Figures.Clock.Match(sentence, end).Length;
}
