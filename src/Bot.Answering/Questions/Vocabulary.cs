using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Questions;

/// <summary>The words that an article uses, and how often.</summary>
internal sealed class Vocabulary
{
    // Articles never change; each is read once, and forgotten with its article.
    private static readonly ConditionalWeakTable<Article, Vocabulary> Known = [];

    private readonly FrozenDictionary<string, int> _words;

    private readonly FrozenSet<string> _terms;

    private Vocabulary(Article article)
    {
        var text = $"{article.Title}\n{article.Text}";
        _words = Phrases.Of(text).Words.CountBy(word => word, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        _terms = TextAnalysis.Terms(text, article.Language).Select(term => term.Text).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The words of an article.</summary>
    public static Vocabulary Of(Article article) => Known.GetValue(article, read => new Vocabulary(read));

    /// <summary>Whether the article uses a word, as it is written or in another form.</summary>
    public bool Has(string word, string term) => _words.ContainsKey(word) || _terms.Contains(term);

    /// <summary>The words that begin as a word does and are about as long, with how often they are used.</summary>
    public IEnumerable<(string Word, int Count)> Like(string word, int most) => _words
        .Where(known => known.Key[0] == word[0] && Math.Abs(known.Key.Length - word.Length) <= most)
        .Select(known => (known.Key, known.Value));
}
