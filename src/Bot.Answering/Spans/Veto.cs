using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>What no likelihood makes up for: words of a sentence that can't be the short answer to a question, however often such words are.</summary>
internal static class Veto
{
    // "Not released", "not been released".
    private const int Before = 2;

    /// <summary>Whether the words may be the answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool Allows(ReadQuestion question, RankedSentence sentence, TextSpan span)
    {
        var (text, words, facts) = (sentence.Hit.Text, sentence.Words, sentence.Facts);
        return Doer.MayBe(question, span, text, words, facts)
            && Office.MayBe(question, span, text, words)
            && Whereabouts.MayBe(question, span, text, words, facts)
            && Figure.MayBe(question, span, text, words, facts)
            && (question.Measured == Dimension.None || facts.Any(fact => fact.Span.Overlaps(span) && Measure.Fits(question, fact, text, words, facts)))
            && !IsAsked(question, span, sentence)
            && !IsDenied(question, span, text);
    }

    // "Ben Sharpe", where Sharpe is asked about: "who" alone may ask for one of the same name.
    private static bool IsAsked(ReadQuestion question, TextSpan span, RankedSentence sentence) => question.Type != AnswerType.Person
        && sentence.Facts.Any(fact => fact.Kind == FactKind.Name && fact.Span.Contains(span)
            && sentence.Words.Terms.LastOrDefault(term => fact.Span.Contains(term.Span)) is { Text: { } last } && question.Terms.Any(term => term.IsName && term.Text == last));

    // "Their names were not released."
    private static bool IsDenied(ReadQuestion question, TextSpan span, string sentence) => !Polarity.Denies(question.Text, question.Language)
        && Polarity.Denies(string.Join(' ', sentence[..span.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(Before)), question.Language);
}
