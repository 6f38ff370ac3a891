using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Knowledge.Languages;
using Lucene.Net.Index;

namespace Bot.Knowledge.Search;

/// <summary>
/// The index at one moment, for any number of threads. It is counted: whoever holds it keeps Lucene's reader open, and the last to let
/// go closes it. What is found depends on its articles alone, not on the order in which they came or went.
/// </summary>
internal sealed class PassageView
{
    // Far more words than a question has; what is pasted must not cost without bound.
    private const int MaxTerms = 64;
    private const int MaxQueryText = 4000;

    private readonly DirectoryReader _reader;
    private readonly ArticleBlock[] _blocks;
    private readonly Postings _postings;
    private readonly Ranking _ranking;
    private readonly Dictionary<string, LanguageStatistics> _languages;
    private readonly ConcurrentDictionary<(string Language, string Term), double> _telling = new();
    private readonly AskedBlocks.Register _register;
    private readonly CommonTerms _common;
    private readonly ConcurrentBag<Scoreboard> _boards = [];

    /// <summary>Takes a view, held once.</summary>
    public PassageView(DirectoryReader reader, IReadOnlyCollection<IndexedSentences> articles, Ranking ranking)
    {
        reader.IncRef();
        _reader = reader;
        _ranking = ranking;
        _blocks = ArticleBlock.Find(reader, articles);
        _postings = new(reader, _blocks);
        _register = new(_blocks);
        _common = new(_blocks, ranking);
        _languages = articles.Where(article => article.Count > 0).GroupBy(article => article.Article.Language)
            .ToDictionary(group => group.Key, LanguageStatistics.Of);
    }

    /// <summary>How many hold it; 0 when its reader is closed.</summary>
    public int Holders => _reader.RefCount;

    /// <summary>Holds it once more, unless it is closed already.</summary>
    public bool TryHold() => _reader.TryIncRef();

    /// <summary>Lets go of it.</summary>
    public void Release() => _reader.DecRef();

    /// <summary>The sentences that have words of the query, best first; equally good ones by slug and place.</summary>
    public ImmutableArray<SearchHit> Search(PassageQuery query, CancellationToken cancellationToken)
    {
        var asked = _register.For(query);
        var board = _boards.TryTake(out var used) ? used : new(_blocks, _ranking, _common);
        board.Clear();
        foreach (var (language, statistics) in _languages.Where(language => asked.MayHave(language.Key, _blocks)))
        {
            foreach (var term in TermsOf(query.Text, language))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var hits = board.Add(_postings, language, term, statistics);
                if (!hits.Sentences.IsEmpty)
                {
                    _telling[(language, term)] = hits.Telling;
                }
            }
        }

        var best = board.Best(asked, query.Limit);
        if (_boards.Count < Environment.ProcessorCount)
        {
            _boards.Add(board);
        }

        return best;
    }

    /// <summary>How telling a term is: its inverse document frequency over the live sentences of its language.</summary>
    public double InverseDocumentFrequency(string language, string term)
    {
        if (_telling.TryGetValue((language, term), out var known))
        {
            return known;
        }

        var holding = _postings.Of(IndexFields.Sentence(language), term).Count();
        var telling = Bm25.InverseDocumentFrequency(holding, _languages.GetValueOrDefault(language).Sentences);
        if (holding > 0)
        {
            _telling[(language, term)] = telling;
        }

        return telling;
    }

    /// <summary>How often the articles asked use a word as it is written.</summary>
    public int CountWritten(string word, PassageQuery asked) => Asked(IndexFields.Written, word, asked).Sum(posting => posting.Frequency);

    /// <summary>Whether the articles asked use a word as it is written, or in another form.</summary>
    public bool Uses(string word, string term, PassageQuery asked) => Asked(IndexFields.Written, word, asked).Any() || _languages.Keys.Any(language =>
        Asked(IndexFields.Sentence(language), term, asked).Any() || Asked(IndexFields.Heading(language), term, asked).Any() || Asked(IndexFields.Title(language), term, asked).Any());

    /// <inheritdoc cref="WrittenWords.Like"/>
    public IReadOnlySet<string> WrittenLike(string word, int most) => WrittenWords.Like(_reader, word, most);

    private IEnumerable<Posting> Asked(string field, string term, PassageQuery query)
    {
        var asked = _register.For(query);
        return _postings.Of(field, term).Where(posting => asked.Has(posting.Block));
    }

    private static IEnumerable<string> TermsOf(string text, string language) =>
        TextAnalysis.Terms(text.Length > MaxQueryText ? text[..MaxQueryText] : text, language)
            .Select(term => term.Text).Distinct(StringComparer.Ordinal).Take(MaxTerms);
}
