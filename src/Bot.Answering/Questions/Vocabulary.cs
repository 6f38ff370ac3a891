using System.Runtime.CompilerServices;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Questions;

/// <summary>The words that an article uses, and how often.</summary>
internal sealed class Vocabulary
{
    // Articles never change; each is read once, and forgotten with its article.
    private static readonly ConditionalWeakTable<Article, Vocabulary> Known = [];

    // In order, so that what begins alike lies together: to look through all words of all articles takes longer than to answer.
    private readonly string[] _words;
    private readonly int[] _counts;
    private readonly string[] _terms;

    private Vocabulary(Article article)
    {
        var text = $"{article.Title}\n{article.Text}";
        var words = Phrases.Of(text).Words.CountBy(word => word, StringComparer.Ordinal).OrderBy(word => word.Key, StringComparer.Ordinal).ToArray();
        _words = [.. words.Select(word => word.Key)];
        _counts = [.. words.Select(word => word.Value)];
        _terms = [.. TextAnalysis.Terms(text, article.Language).Select(term => term.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The words of an article.</summary>
    public static Vocabulary Of(Article article) => Known.GetValue(article, read => new Vocabulary(read));

    /// <summary>Whether the article uses a word, as it is written or in another form.</summary>
    public bool Has(string word, string term) => Find(_words, word) >= 0 || Find(_terms, term) >= 0;

    /// <summary>The words that begin as a word does and are about as long, with how often they are used.</summary>
    public IEnumerable<(string Word, int Count)> Like(string word, int most)
    {
        var first = Find(_words, word[..1]);
        for (var at = first < 0 ? ~first : first; at < _words.Length && _words[at][0] == word[0]; at++)
        {
            if (Math.Abs(_words[at].Length - word.Length) <= most)
            {
                yield return (_words[at], _counts[at]);
            }
        }
    }

    private static int Find(string[] ordered, string word) => Array.BinarySearch(ordered, word, StringComparer.Ordinal);
}
