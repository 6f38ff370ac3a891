using System.Collections.Immutable;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>How well sentences have a question's words, 0 to 1 each, where words that begin alike count too (<see cref="TermMatch.Akin"/>).</summary>
/// <param name="terms">The question's words.</param>
internal sealed class AkinWords(ImmutableArray<QuestionTerm> terms)
{
    // Of the sentences before one, how many say what it goes on from.
    private const int Before = 2;

    private readonly Dictionary<ReadSentence, double[]> _known = [];

    /// <summary>How well a sentence has each.</summary>
    public double[] Of(ReadSentence sentence) =>
        _known.TryGetValue(sentence, out var known) ? known : _known[sentence] = [.. terms.Select(term => sentence.Words.Akin(term.Text))];

    /// <summary>How well a sentence or one of the two before it has each.</summary>
    /// <param name="sentences">The sentences of its passage.</param>
    /// <param name="index">Which of them it is.</param>
    public double[] SoFar(Func<int, ReadSentence> sentences, int index)
    {
        double[] found = [.. Of(sentences(index))];
        for (var before = Math.Max(0, index - Before); before < index; before++)
        {
            var akin = Of(sentences(before));
            for (var at = 0; at < found.Length; at++)
            {
                found[at] = Math.Max(found[at], akin[at]);
            }
        }

        return found;
    }
}
