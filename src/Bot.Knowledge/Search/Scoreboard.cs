using System.Collections.Immutable;

namespace Bot.Knowledge.Search;

/// <summary>
/// Finds the best sentences of one search. Most articles have the question's common words only, and none of their sentences can come near the
/// best: how far each can reach is known from its postings alone, and only those that can reach far enough are scored. What is found is the same
/// as if all were. One search at a time; used again, as its lists are long.
/// </summary>
internal sealed class Scoreboard(ArticleBlock[] blocks, Ranking ranking, CommonTerms common)
{
    // Articles that reach this share of the farthest are scored first: they tell how good the best are.
    private static readonly double[] Shares = [0.7, 0.4, 0];

    // Sums are rounded: what is as good as the last of the best must not be lost to it.
    private const double Slack = 1 + 1e-12;

    private readonly List<TermHits> _terms = [];
    private readonly Stack<TermHits> _unused = [];
    private readonly List<TermHits> _own = [];
    private readonly BlockScores _scores = new(ranking);
    private readonly double[] _bounds = new double[blocks.Length];
    private int[] _cursors = [];

    /// <summary>Begins a search.</summary>
    public void Clear()
    {
        foreach (var own in _own)
        {
            _unused.Push(own);
        }

        _own.Clear();
        _terms.Clear();
        Array.Clear(_bounds);
    }

    /// <summary>Adds a word.</summary>
    public TermHits Add(Postings postings, string language, string term, in LanguageStatistics statistics)
    {
        var hits = common.Find(language, term) ?? Read(postings, language, term, statistics);
        hits.AddBounds(_bounds, ranking);
        _terms.Add(hits);
        return hits;
    }

    /// <summary>The best sentences, best first.</summary>
    /// <param name="asked">The articles that are asked.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<SearchHit> Best(in AskedBlocks asked, int limit)
    {
        var best = new BestCandidates(limit);
        var farthest = 0.0;
        for (var block = 0; block < blocks.Length; block++)
        {
            _bounds[block] = asked.Has(block) ? _bounds[block] : 0;
            farthest = Math.Max(farthest, _bounds[block]);
        }

        var below = double.PositiveInfinity;
        foreach (var share in Shares)
        {
            Score(best, share * farthest, below);
            below = share * farthest;
        }

        return best.ToHits();
    }

    private void Score(BestCandidates best, double from, double below)
    {
        if (_cursors.Length < 3 * _terms.Count)
        {
            _cursors = new int[3 * _terms.Count];
        }

        Array.Clear(_cursors);
        for (var block = 0; block < blocks.Length; block++)
        {
            var bound = _bounds[block];
            if (bound > 0 && bound >= from && bound < below && best.MayTake((float)(bound * Slack), blocks[block].Rank))
            {
                Score(block);
                _scores.OfferTo(best);
            }
        }
    }

    // Word by word in the question's order, so that sums are rounded alike however the articles lie in the index.
    private void Score(int block)
    {
        _scores.Begin(blocks[block]);
        for (var at = 0; at < _terms.Count; at++)
        {
            var term = _terms[at];
            _scores.AddSentences(TermHits.Of(block, term.Sentences, ref _cursors[3 * at]), term);
            _scores.AddHeadings(TermHits.Of(block, term.Headings, ref _cursors[(3 * at) + 1]), term);
            _scores.AddTitle(TermHits.Of(block, term.Titles, ref _cursors[(3 * at) + 2]), term);
        }
    }

    private TermHits Read(Postings postings, string language, string term, in LanguageStatistics statistics)
    {
        var hits = _unused.TryPop(out var used) ? used : new TermHits();
        hits.Read(postings, language, term, statistics);
        if (!common.Keep(language, term, hits))
        {
            _own.Add(hits);
        }

        return hits;
    }
}
