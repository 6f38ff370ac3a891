using Bot.Answering.Questions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>How rare a question's words are in one article: what an article is about stands in most of its sentences, and tells none from another.</summary>
/// <param name="question">The question.</param>
/// <param name="snapshot">Where the articles are.</param>
internal sealed class LocalRarities(ReadQuestion question, KnowledgeSnapshot snapshot)
{
    private readonly Dictionary<string, double[]> _known = new(StringComparer.Ordinal);

    /// <summary>How rare each word is in an article.</summary>
    public double[] In(Article article)
    {
        if (!_known.TryGetValue(article.Slug, out var rarities))
        {
            rarities = [.. question.Terms.Select(term => term.Weight * snapshot.InverseDocumentFrequency(article.Language, term.Text, article.Slug))];
            _known.Add(article.Slug, rarities);
        }

        return rarities;
    }
}
