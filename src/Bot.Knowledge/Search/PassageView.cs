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

    /// <summary>Takes a view, held once.</summary>
    public PassageView(DirectoryReader reader, IReadOnlyCollection<IndexedSentences> articles, Ranking ranking)
    {
        reader.IncRef();
        _reader = reader;
        _ranking = ranking;
        _blocks = ArticleBlock.Find(reader, articles);
        _postings = new(reader, _blocks);
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
        var asked = Array.ConvertAll(_blocks, block => IsAsked(block, query));
        using var board = new Scoreboard(_blocks, asked, _ranking);
        List<Posting> found = [];
        foreach (var (language, statistics) in _languages)
        {
            if (!IsAsked(language, asked))
            {
                continue;
            }

            foreach (var term in TermsOf(query.Text, language))
            {
                cancellationToken.ThrowIfCancellationRequested();
                _postings.Read(IndexFields.Sentence(language), term, found);
                var telling = Bm25.InverseDocumentFrequency(found.Count, statistics.Sentences);
                board.AddSentences(found, telling, statistics);
                _postings.Read(IndexFields.Heading(language), term, found);
                board.AddHeadings(found, telling, statistics);
                _postings.Read(IndexFields.Title(language), term, found);
                board.AddTitles(found, telling, statistics);
            }
        }

        return board.Best(query.Limit);
    }

    /// <summary>How telling a term is: its inverse document frequency over the live sentences of its language.</summary>
    public double InverseDocumentFrequency(string language, string term)
    {
        if (_telling.TryGetValue((language, term), out var known))
        {
            return known;
        }

        List<Posting> found = [];
        _postings.Read(IndexFields.Sentence(language), term, found);
        var telling = Bm25.InverseDocumentFrequency(found.Count, _languages.GetValueOrDefault(language).Sentences);
        if (found.Count > 0)
        {
            _telling[(language, term)] = telling;
        }

        return telling;
    }

    private static bool IsAsked(ArticleBlock block, PassageQuery query) =>
        query.Articles?.Contains(block.Sentences.Article.Slug) != false
        && (query.PublicAt is not { } moment || block.Sentences.Article.IsPublicAt(moment));

    private bool IsAsked(string language, bool[] asked)
    {
        for (var block = 0; block < asked.Length; block++)
        {
            if (asked[block] && _blocks[block].Sentences.Article.Language == language)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> TermsOf(string text, string language) =>
        TextAnalysis.Terms(text.Length > MaxQueryText ? text[..MaxQueryText] : text, language)
            .Select(term => term.Text).Distinct(StringComparer.Ordinal).Take(MaxTerms);
}
