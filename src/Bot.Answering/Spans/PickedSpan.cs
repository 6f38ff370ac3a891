using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>The words of a sentence that most likely answer a question in short.</summary>
/// <param name="Span">Where they stand in the sentence.</param>
/// <param name="Chance">How likely it is these words and no others, if the sentence answers.</param>
internal readonly record struct PickedSpan(TextSpan Span, double Chance)
{
    /// <summary>The likeliest words; <see langword="null"/> when a sentence has none, or the answer to such a question is no few words.</summary>
    public static PickedSpan? In(ReadQuestion question, string sentence, TermMatch match, ImmutableArray<Fact> facts, Forest<SpanFeature> forest)
    {
        if (!IsAskedFor(question))
        {
            return null;
        }

        var scored = new SpanReader(question, sentence, match, facts).Read().Select(each => (each.Span, Score: forest.Score(each.Features))).ToArray();
        if (scored.Length == 0)
        {
            return null;
        }

        var best = scored.MaxBy(each => each.Score);
        return new(best.Span, 1 / scored.Sum(each => Math.Exp(each.Score - best.Score)));
    }

    /// <summary>Whether few words can answer: reasons and manners take sentences, and where words are not parted by spaces none are cut out.</summary>
    public static bool IsAskedFor(ReadQuestion question) =>
        question.Kind == QuestionKind.Fact && question.Type is not (AnswerType.Reason or AnswerType.Manner) && question.Language is not ("zh" or "ja" or "ko" or "th");
}
