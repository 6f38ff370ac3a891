using System.Runtime.InteropServices;

namespace Bot.Knowledge.Search;

/// <summary>Where the articles have one of the words that are looked for, and how much it can add to a score. Used again and again.</summary>
internal sealed class TermHits
{
    private readonly List<Posting> _sentences = [];
    private readonly List<Posting> _headings = [];
    private readonly List<Posting> _titles = [];
    private (int Block, double Most)[]? _bounds;

    /// <summary>How telling the word is.</summary>
    public double Telling { get; private set; }

    /// <summary>The sentences of its language.</summary>
    public LanguageStatistics Statistics { get; private set; }

    public ReadOnlySpan<Posting> Sentences => CollectionsMarshal.AsSpan(_sentences);

    public ReadOnlySpan<Posting> Headings => CollectionsMarshal.AsSpan(_headings);

    public ReadOnlySpan<Posting> Titles => CollectionsMarshal.AsSpan(_titles);

    /// <summary>How many postings there are.</summary>
    public int Count => _sentences.Count + _headings.Count + _titles.Count;

    /// <summary>
    /// Prepares it for being kept: gives back the memory it does not need, and works out once what it adds to the score of each article's best
    /// sentence. Common words are in most articles, and what postings alone can tell of them would let most be scored for each question.
    /// </summary>
    public void Settle(ArticleBlock[] blocks, Ranking ranking)
    {
        _sentences.TrimExcess();
        _headings.TrimExcess();
        _titles.TrimExcess();
        List<(int Block, double Most)> bounds = [];
        var scores = new BlockScores(ranking);
        var (inSentences, inHeadings, inTitles) = (0, 0, 0);
        while (Math.Min(Next(_sentences, inSentences), Math.Min(Next(_headings, inHeadings), Next(_titles, inTitles))) is < int.MaxValue and var block)
        {
            scores.Begin(blocks[block]);
            scores.AddSentences(Of(block, Sentences, ref inSentences), this);
            scores.AddHeadings(Of(block, Headings, ref inHeadings), this);
            scores.AddTitle(Of(block, Titles, ref inTitles), this);
            bounds.Add((block, scores.Best()));
        }

        _bounds = [.. bounds];

        static int Next(List<Posting> postings, int at) => at < postings.Count ? postings[at].Block : int.MaxValue;
    }

    /// <summary>Reads the word's postings.</summary>
    public void Read(Postings postings, string language, string term, in LanguageStatistics statistics)
    {
        postings.Read(IndexFields.Sentence(language), term, _sentences);
        postings.Read(IndexFields.Heading(language), term, _headings);
        postings.Read(IndexFields.Title(language), term, _titles);
        _bounds = null;
        (Statistics, Telling) = (statistics, Bm25.InverseDocumentFrequency(_sentences.Count, statistics.Sentences));
    }

    /// <summary>The postings of one block among postings in the order of blocks, looked for from a place on, which is moved past them.</summary>
    public static ReadOnlySpan<Posting> Of(int block, ReadOnlySpan<Posting> postings, ref int from)
    {
        // Strides that double, then halves: most blocks are passed over.
        var stride = 1;
        while (from + stride < postings.Length && postings[from + stride].Block < block)
        {
            from += stride;
            stride *= 2;
        }

        var (low, high) = (from, Math.Min(from + stride, postings.Length));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = postings[middle].Block < block ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < postings.Length && postings[end].Block == block)
        {
            end++;
        }

        from = end;
        return postings[low..end];
    }

    /// <summary>Adds to each block's bound the most that the word can add to the score of one of its sentences.</summary>
    public void AddBounds(double[] bounds, Ranking ranking)
    {
        if (_bounds is null)
        {
            AddPostings(bounds, ranking);
            return;
        }

        foreach (var (block, most) in _bounds)
        {
            bounds[block] += most;
        }
    }

    private void AddPostings(double[] bounds, Ranking ranking)
    {
        AddBounds(bounds, Sentences, frequency =>
            ranking.Sentence.Most(frequency) + (ranking.WindowWeight * ranking.Window.Most(frequency)) + (ranking.ParagraphWeight * ranking.Paragraph.Most(frequency)));
        AddBounds(bounds, Headings, frequency => ranking.HeadingWeight * ranking.Heading.Most(frequency));
        AddBounds(bounds, Titles, frequency => ranking.TitleWeight * ranking.Heading.Most(frequency));
    }

    private void AddBounds(double[] bounds, ReadOnlySpan<Posting> postings, Func<int, double> most)
    {
        var (once, twice) = (Telling * most(1), Telling * most(2));
        for (var at = 0; at < postings.Length;)
        {
            var block = postings[at].Block;
            var frequency = 0;
            while (at < postings.Length && postings[at].Block == block)
            {
                frequency += postings[at++].Frequency;
            }

            bounds[block] += frequency switch { 1 => once, 2 => twice, _ => Telling * most(frequency) };
        }
    }
}
