using System.Collections.Concurrent;

namespace Bot.Knowledge.Search;

/// <summary>
/// The postings of words that many sentences have, read once for all questions over one view: questions share such words, and reading theirs takes
/// longer than all the rest of a search. No more are kept than memory should hold. For any number of threads.
/// </summary>
internal sealed class CommonTerms
{
    private const int ManyPostings = 2_048;

    // Some 12 MB.
    private const int MostPostings = 1_000_000;

    private readonly ConcurrentDictionary<(string Language, string Term), TermHits> _known = new();
    private int _postings;

    /// <summary>The postings of a word, if they are known.</summary>
    public TermHits? Find(string language, string term) => _known.GetValueOrDefault((language, term));

    /// <summary>Takes the postings of a word, which then no longer change.</summary>
    /// <returns>Whether it took them.</returns>
    public bool Keep(string language, string term, TermHits hits)
    {
        if (hits.Count < ManyPostings || Volatile.Read(ref _postings) + hits.Count > MostPostings)
        {
            return false;
        }

        hits.Trim();
        if (!_known.TryAdd((language, term), hits))
        {
            return false;
        }

        Interlocked.Add(ref _postings, hits.Count);
        return true;
    }
}
