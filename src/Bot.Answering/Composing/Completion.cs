using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Composing;

/// <summary>
/// Which sentence completes an answer best: one that ranks high, has words of the question that no sentence said has, or goes on where one stops. A
/// sentence much like the first, which ranks next to it, is wrong where the first is.
/// </summary>
internal sealed class Completion
{
    // In the ranking's own scale, the logarithm of a chance.
    private const double OfUncovered = 2;
    private const double OfNext = 0.4;

    private readonly ImmutableArray<QuestionTerm> _terms;
    private readonly double[] _covered;
    private readonly List<RankedSentence> _said = [];
    private readonly List<(RankedSentence Sentence, double Standing)> _left = [];

    /// <param name="question">The question.</param>
    /// <param name="sentences">What may be said, best first; the first is said.</param>
    public Completion(ReadQuestion question, ImmutableArray<RankedSentence> sentences)
    {
        // What sums an article up, or tells what comes, is in the article's order, whatever words ask for it.
        _terms = question.Kind is QuestionKind.Summary or QuestionKind.Outlook ? [] : question.Terms;
        _covered = new double[_terms.Length];
        Say(sentences[0]);

        // What is ranked behind for another reason than its score, as too old, stays behind.
        var standing = double.PositiveInfinity;
        foreach (var sentence in sentences.AsSpan()[1..])
        {
            standing = Math.Min(standing, sentence.Score);
            _left.Add((sentence, standing));
        }
    }

    /// <summary>A sentence is said.</summary>
    public void Say(RankedSentence sentence)
    {
        _said.Add(sentence);
        for (var at = 0; at < _terms.Length; at++)
        {
            _covered[at] = Math.Max(_covered[at], sentence.Words.Akin(_terms[at].Text));
        }
    }

    /// <summary>Takes out the sentence that completes best what is said, of those preferred if there are any; <see langword="null"/> when none is left.</summary>
    public RankedSentence? Next(Func<RankedSentence, bool> preferred)
    {
        if (_left.Count == 0)
        {
            return null;
        }

        var next = _left.MaxBy(each => (preferred(each.Sentence), each.Standing + Worth(each.Sentence)));
        _left.Remove(next);
        return next.Sentence;
    }

    private double Worth(RankedSentence sentence) => (OfUncovered * Uncovered(sentence)) + (_said.Exists(said => Follows(sentence, said)) ? OfNext : 0);

    // The share of the question's words that it has and nothing said has.
    private double Uncovered(RankedSentence sentence)
    {
        double all = 0, found = 0;
        for (var at = 0; at < _terms.Length; at++)
        {
            all += _terms[at].Weight;
            if (_covered[at] < 1)
            {
                found += _terms[at].Weight * Math.Max(0, sentence.Words.Akin(_terms[at].Text) - _covered[at]);
            }
        }

        return all == 0 ? 0 : found / all;
    }

    private static bool Follows(RankedSentence sentence, RankedSentence said) =>
        sentence.Hit.Passage == said.Hit.Passage && sentence.Hit.SentenceIndex == said.Hit.SentenceIndex + 1;
}
