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
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool Allows(AskedSentence asked, TextSpan span)
    {
        return Doer.MayBe(asked, span)
            && Office.MayBe(asked, span)
            && Whereabouts.MayBe(asked, span)
            && Figure.MayBe(asked, span)
            && Occasion.MayBe(asked, span)
            && DirectObject.MayBe(asked, span)
            && !OtherClause.Has(asked, span)
            && (asked.Question.Measured == Dimension.None || asked.Facts.Any(fact => fact.Span.Overlaps(span) && Measure.Fits(asked, fact)))
            && !IsAskedAbout(asked, span)
            && !IsCount(asked, span)
            && !IsDenied(asked, span);
    }

    // "Ben Sharpe", where Sharpe is asked about: "who" alone may ask for one of the same name.
    private static bool IsAskedAbout(AskedSentence asked, TextSpan span) => asked.Question.Type != AnswerType.Person
        && asked.Names.Any(name => name.Span.Contains(span)
            && asked.Words.Terms.LastOrDefault(term => name.Span.Contains(term.Span)) is { Text: { } last } && asked.Question.Terms.Any(term => term.IsName && term.Text == last));

    // "The other three countries need no vote", for which: a number is no country.
    private static bool IsCount(AskedSentence asked, TextSpan span) => asked.Question is { Type: AnswerType.Thing, Focus.IsEmpty: false }
        && asked.Facts.Any(fact => fact.Kind == FactKind.Number && fact.Span == Extent.Of(asked, span) && fact.Unit is not ("%" or "th"));

    // "Their names were not released."
    private static bool IsDenied(AskedSentence asked, TextSpan span) => !Polarity.Denies(asked.Question.Text, asked.Question.Language)
        && Polarity.Denies(string.Join(' ', asked.Text[..span.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(Before)), asked.Question.Language);
}
