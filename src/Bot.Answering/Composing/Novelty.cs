using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Ranking;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Composing;

/// <summary>What an answer already says, so that no further sentence only says it again.</summary>
internal sealed class Novelty
{
    private const double LeastNew = 0.25;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(FactKind Kind, string Value)> _facts = [];

    /// <summary>Takes a sentence into the answer, unless it adds too little to what is in it.</summary>
    /// <returns>Whether it adds a name, a number, a date, or enough words of content.</returns>
    public bool Add(RankedSentence sentence)
    {
        var words = Words(sentence);
        var facts = sentence.Facts.Where(fact => fact.Kind != FactKind.Quotation).Select(fact => (fact.Kind, fact.Value)).ToHashSet();
        var isNew = _words.Count == 0 || facts.Any(fact => !IsSaid(fact)) || words.Count(word => !_words.Contains(word)) > LeastNew * words.Count;
        if (isNew)
        {
            _words.UnionWith(words);
            _facts.UnionWith(facts);
        }

        return isNew;
    }

    // "Brandt" is nobody new beside "Jonas Brandt".
    private bool IsSaid((FactKind Kind, string Value) fact) =>
        _facts.Contains(fact) || (fact.Kind == FactKind.Name && fact.Value.Split(' ').All(part => _facts.Any(said => said.Kind == FactKind.Name && said.Value.Split(' ').Contains(part))));

    private static HashSet<string> Words(RankedSentence sentence)
    {
        var language = sentence.Hit.Passage.Article.Language;
        var stop = Lexicon.For(language).Stop;
        var text = sentence.Hit.Text;
        return TextAnalysis.Terms(text, language).Where(term => !stop.Contains(term.Span.In(text).ToLowerInvariant())).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }
}
