using System.Collections.Frozen;
using Bot.Answering.Questions;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Ranking;

/// <summary>The analysed words of a text, whatever their order, and how well a question's word is among them.</summary>
internal sealed class TermSet
{
    /// <summary>A synonym supports less than the word itself.</summary>
    public const double SynonymWeight = 0.8;

    private readonly HashSet<string> _terms;
    private readonly Synonyms _synonyms;

    /// <summary>The words of a text.</summary>
    public TermSet(string text, string language)
        : this(text, TextAnalysis.Terms(text, language).AsSpan(), language)
    {
    }

    /// <summary>These words of a text.</summary>
    public TermSet(string text, ReadOnlySpan<Term> terms, string language)
    {
        _synonyms = Synonyms.Of(language);
        _terms = new(terms.Length, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            _terms.Add(term.Text);
        }

        // A question's "take over" is read as "seize".
        foreach (var verb in QuestionWords.Of(language).PhrasalVerbs.In(text).SelectMany(verb => TextAnalysis.Terms(verb, language)))
        {
            _terms.Add(verb.Text);
        }

        _terms.TrimExcess();
    }

    /// <summary>1 when the word is there, <see cref="SynonymWeight"/> when one that means about the same is, else 0.</summary>
    public double Of(string term)
    {
        if (_terms.Contains(term))
        {
            return 1;
        }

        foreach (var synonym in _synonyms.For(term))
        {
            if (_terms.Contains(synonym))
            {
                return SynonymWeight;
            }
        }

        return 0;
    }

    /// <summary>Whether the word itself is there.</summary>
    public bool Has(string term) => _terms.Contains(term);

    /// <summary>The words that mean about the same as one.</summary>
    public FrozenSet<string> Like(string term) => _synonyms.For(term);
}
