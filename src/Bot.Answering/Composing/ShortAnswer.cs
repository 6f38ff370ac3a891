using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;

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
            ? Extent.Of(new(question, sentence.Hit.Text, sentence.Words, sentence.Facts), picked.Span).In(sentence.Hit.Text)
            : null;
}
