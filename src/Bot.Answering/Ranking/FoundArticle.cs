using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Ranking;

/// <summary>An article of which sentences were found, and how much of the question it has.</summary>
/// <param name="article">The article.</param>
/// <param name="terms">The question's words.</param>
/// <param name="rarities">How rare each is.</param>
internal sealed class FoundArticle(Article article, ImmutableArray<QuestionTerm> terms, double[] rarities)
{
    private readonly double[] _reached = new double[rarities.Length];
    private int _sentences;
    private double? _titled;

    /// <summary>The share of the question's words that stand in its title.</summary>
    private double Titled => _titled ??= TitledOf(new TermSet(article.Title, article.Language));

    /// <summary>Adds a sentence by how well it and its surroundings have each word, 0 to 1.</summary>
    public void Add(double[] anywhere)
    {
        _sentences++;
        for (var at = 0; at < _reached.Length; at++)
        {
            _reached[at] = Math.Max(_reached[at], anywhere[at]);
        }
    }

    /// <summary>Tells one of its sentences what is known of the article.</summary>
    /// <param name="signals">The sentence's.</param>
    /// <param name="found">How many sentences were found of all articles.</param>
    public void Tell(Signals signals, int found)
    {
        signals[Signal.Reach] = new Coverage(terms, rarities, _reached, _reached).Sentence;
        signals[Signal.Found] = found;
        signals[Signal.OfArticle] = (double)_sentences / found;
        signals[Signal.Titled] = _sentences == found ? 1 : Titled;
    }

    private double TitledOf(TermSet title) => terms.IsEmpty ? 0 : (double)terms.Count(term => title.Of(term.Text) > 0) / terms.Length;
}
