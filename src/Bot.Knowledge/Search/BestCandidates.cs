using System.Collections.Immutable;

namespace Bot.Knowledge.Search;

/// <summary>A scored sentence.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Article">The article it is of.</param>
/// <param name="Rank">The article's place among all by slug.</param>
/// <param name="Sentence">Which of its sentences, from 0.</param>
/// <param name="Parts">What the score is made of.</param>
internal readonly record struct Candidate(double Score, IndexedSentences Article, int Rank, int Sentence, ScoreParts Parts) : IComparable<Candidate>
{
    /// <summary>The better one is the greater; of equally good ones the one that comes first by slug and place.</summary>
    public int CompareTo(Candidate other) =>
        Score != other.Score ? Score.CompareTo(other.Score)
        : Rank != other.Rank ? other.Rank.CompareTo(Rank)
        : other.Sentence.CompareTo(Sentence);

    public SearchHit ToHit()
    {
        ref readonly var run = ref Article.Run(Sentence);
        return new(run.Passage, Sentence - run.First, Score, Parts);
    }
}

/// <summary>Keeps the best of many candidates.</summary>
internal sealed class BestCandidates(int limit)
{
    private readonly PriorityQueue<Candidate, Candidate> _kept = new();

    /// <summary>What a candidate must reach to be among the best.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether a sentence of an article may be among the best; of many that are as good as the last of them, those that come first are.</summary>
    /// <param name="most">What it scores at most.</param>
    /// <param name="rank">The article's place among all by slug.</param>
    public bool MayTake(double most, int rank) => most > Least || (most == Least && rank < _kept.Peek().Rank);

    public void Offer(in Candidate candidate)
    {
        // Nearly all of many candidates end here.
        if (candidate.Score < Least)
        {
            return;
        }

        if (_kept.Count < limit)
        {
            _kept.Enqueue(candidate, candidate);
        }
        else if (limit > 0 && _kept.Peek().CompareTo(candidate) < 0)
        {
            _kept.DequeueEnqueue(candidate, candidate);
        }

        Least = limit > 0 && _kept.Count == limit ? _kept.Peek().Score : Least;
    }

    public ImmutableArray<SearchHit> ToHits()
    {
        var hits = new SearchHit[_kept.Count];
        for (var rank = hits.Length - 1; rank >= 0; rank--)
        {
            hits[rank] = _kept.Dequeue().ToHit();
        }

        return [.. hits];
    }
}
