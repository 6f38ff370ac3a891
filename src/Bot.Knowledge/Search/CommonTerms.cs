using System.Collections.Concurrent;

namespace Bot.Knowledge.Search;

/// <summary>
/// The postings of words that many sentences have, read once for all questions over one view: questions share such words, and reading theirs takes
/// longer than all the rest of a search. No more are kept than memory should hold. For any number of threads.
/// </summary>
/// <param name="blocks">The view's articles.</param>
/// <param name="ranking">How their sentences are scored.</param>
internal sealed class CommonTerms(ArticleBlock[] blocks, Ranking ranking)
{
    // Fewer are read at once; of many articles, the words that one in twenty has.
    private const int ManyPostings = 2_048;
    private const int FewArticles = 20;

    // Some 12 MB; of many articles some 1,000 bytes each, a tenth of what they take themselves.
    private const int MostPostings = 1_000_000;
    private const int MostPostingsEach = 60;

    private readonly ConcurrentDictionary<(string Language, string Term), TermHits> _known = new();
    private readonly int _many = Math.Max(ManyPostings, blocks.Length / FewArticles);
    private readonly int _most = Math.Max(MostPostings, MostPostingsEach * blocks.Length);
    private int _postings;

    /// <summary>The postings of a word, if they are known.</summary>
    public TermHits? Find(string language, string term) => _known.GetValueOrDefault((language, term));

    /// <summary>Takes the postings of a word, which then no longer change.</summary>
    /// <returns>Whether it took them.</returns>
    public bool Keep(string language, string term, TermHits hits)
    {
        if (hits.Count < _many || Volatile.Read(ref _postings) + hits.Count > _most)
        {
            return false;
        }

        hits.Settle(blocks, ranking);
        if (!_known.TryAdd((language, term), hits))
        {
            return false;
        }

        Interlocked.Add(ref _postings, hits.Count);
        return true;
    }
}
