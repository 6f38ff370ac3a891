using Bot.Answering.Questions;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Ranking;

/// <summary>The analysed words of a stretch of text, and how well a question's word is among them.</summary>
internal sealed class TermMatch
{
    /// <summary>A synonym supports less than the word itself.</summary>
    public const double SynonymWeight = 0.8;

    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly Synonyms _synonyms;

    /// <summary>The words of a text.</summary>
    public TermMatch(string text, string language)
    {
        _synonyms = Synonyms.Of(language);
        Terms = [.. TextAnalysis.Terms(text, language)];
        _terms.UnionWith(Terms.Select(term => term.Text));
    }

    /// <summary>The words in order.</summary>
    public Term[] Terms { get; }

    /// <summary>1 when the word is there, <see cref="SynonymWeight"/> when one that means about the same is, else 0.</summary>
    public double Of(string term)
    {
        if (_terms.Contains(term))
        {
            return 1;
        }

        return _synonyms.For(term).Any(_terms.Contains) ? SynonymWeight : 0;
    }

    /// <summary>How near two words, or some that mean about the same, stand: 1 side by side, towards 0 farther apart; 0 when one is not there.</summary>
    public double Nearness(string left, string right)
    {
        int? lastLeft = null, lastRight = null, nearest = null;
        for (var at = 0; at < Terms.Length; at++)
        {
            lastLeft = Alike(left, Terms[at].Text) ? at : lastLeft;
            lastRight = Alike(right, Terms[at].Text) ? at : lastRight;
            if (lastLeft is { } l && lastRight is { } r && (nearest is null || Math.Abs(l - r) < nearest))
            {
                nearest = Math.Abs(l - r);
            }
        }

        return nearest is { } apart ? 2.0 / (1 + Math.Max(1, apart)) : 0;
    }

    /// <summary>Whether two words are the same or mean about the same.</summary>
    public bool Alike(string left, string right) => left == right || _synonyms.For(left).Contains(right);
}
