using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>Where something is: in "in Mosul in 2014 to declare himself caliph, sovereign over all Muslims" no Muslims.</summary>
internal static class Whereabouts
{
    /// <summary>Whether words of a sentence may be where a question asks for: what stands behind "in" or the like, if any name does.</summary>
    /// <param name="question">The question.</param>
    /// <param name="span">Where the words stand in the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    /// <param name="facts">Its facts.</param>
    public static bool MayBe(ReadQuestion question, TextSpan span, string sentence, TermMatch match, ImmutableArray<Fact> facts)
    {
        if (question.Type != AnswerType.Place)
        {
            return true;
        }

        Fact[] placed = [.. facts.Where(fact => fact.Kind == FactKind.Name && AnswerTypeFit.IsNew(fact, match, question) && AnswerTypeFit.IsPlaced(fact.Span, sentence, question.Language))];
        return placed.Length == 0 || placed.Any(fact => fact.Span.Overlaps(span)) || AnswerTypeFit.IsPlaced(span, sentence, question.Language);
    }
}
