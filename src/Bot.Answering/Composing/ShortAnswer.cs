using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Composing;

/// <summary>Picks the few words of a sentence that answer a question, where the sort of answer leaves no doubt.</summary>
internal static class ShortAnswer
{
    /// <summary>The words as they stand in the sentence, or <see langword="null"/> when more than one thing could be meant.</summary>
    public static string? Pick(ReadQuestion question, RankedSentence sentence)
    {
        var text = sentence.Hit.Text;
        var match = new TermMatch(text, sentence.Hit.Passage.Article.Language);
        var fitting = sentence.Facts.Where(fact => AnswerTypeFit.Fits(question, fact, match, sentence.Facts)).ToArray();
        return question.Type switch
        {
            // A name is one of several far more often than a number is.
            AnswerType.Person => fitting.Length == 1 && !IsAskedFor(question) && IsFullName(fitting[0], text) ? fitting[0].Span.In(text) : null,
            AnswerType.Place => fitting.Length == 1 ? fitting[0].Span.In(text) : null,
            _ => fitting.Length == 0 ? null : Nearest(fitting, question, match)?.In(text),
        };
    }

    // "Who is William Roebuck?" has the name and wants the rest.
    private static bool IsAskedFor(ReadQuestion question) => question.Terms.All(term => term.IsName);

    private static bool IsFullName(Fact name, string text) => name.Span.In(text).Contains(' ', StringComparison.Ordinal);

    // Of several, the one nearest to the question's words; none when two are equally near.
    private static TextSpan? Nearest(Fact[] fitting, ReadQuestion question, TermMatch match)
    {
        var asked = match.Terms.Where(term => question.Terms.Any(word => match.Alike(word.Text, term.Text))).Select(term => term.Span).ToArray();
        var ordered = fitting.Select(fact => (fact.Phrase, Distance: Distance(fact.Span, asked))).OrderBy(fact => fact.Distance).ToArray();
        return ordered.Length > 1 && ordered[0].Distance >= ordered[1].Distance ? null : ordered[0].Phrase;
    }

    private static double Distance(TextSpan fact, TextSpan[] asked) =>
        asked.Length == 0 ? 0 : asked.Average(word => word.End <= fact.Start ? fact.Start - word.End : Math.Max(0, word.Start - fact.End));
}
