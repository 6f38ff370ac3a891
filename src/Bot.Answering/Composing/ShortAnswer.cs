using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Composing;

/// <summary>Picks the few words of a sentence that answer a question, where there is little doubt.</summary>
internal static class ShortAnswer
{
    /// <summary>The words as they stand in the sentence, or <see langword="null"/> when others could be meant.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence that answers it.</param>
    /// <param name="spans">Which words do so.</param>
    /// <param name="from">The least chance that of all sentences this one answers, and that these are the words of it.</param>
    public static string? Pick(ReadQuestion question, RankedSentence sentence, Forest<SpanFeature> spans, double from) =>
        // However sure the words are, they can't be surer than that their sentence answers.
        sentence.Signals[Signal.Chance] >= from && !question.AsksWhoSomebodyIs
            && PickedSpan.In(question, sentence.Hit, sentence.Words, sentence.Facts, spans) is { } picked
            && picked.Chance * sentence.Signals[Signal.Chance] >= from

            // Unless words are wanted in any case. The next likely ones are right too seldom to stand in for those.
            && (from == 0 || Veto.Allows(new(question, sentence.Hit.Text, sentence.Words, sentence.Facts), picked.Span))
            ? Whole(question, picked.Span, sentence.Facts).In(sentence.Hit.Text)
            : null;

    // "Fewer than a million" is no million, and "34 kilometres" no 34.
    private static TextSpan Whole(ReadQuestion question, TextSpan span, ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Kind == FactKind.Number && fact.Phrase.Contains(span))
            {
                var isMeasure = question.Measured != Dimension.None || question.Type is AnswerType.Percent or AnswerType.Duration or AnswerType.Money;
                return new(fact.Bound is Bound.Exact or Bound.About ? span.Start : fact.Phrase.Start, isMeasure ? fact.Phrase.End : span.End);
            }
        }

        return span;
    }
}
