namespace Bot.Knowledge.Search;

/// <summary>
/// Adds up the scores of one article's sentences. A sentence's postings alone give three parts: its own, its window's (the postings of its
/// neighbours with it) and its passage's (those of all its sentences), so that no text is indexed three times.
/// </summary>
internal sealed class BlockScores(Ranking ranking)
{
    // By sentence; a passage's scores stand at its first.
    private double[] _own = [];
    private double[] _windows = [];
    private double[] _paragraphs = [];
    private double[] _headings = [];
    private double _title;
    private IndexedSentences _sentences = null!;
    private int _rank;

    /// <summary>Begins with an article of which nothing is known.</summary>
    public void Begin(in ArticleBlock article)
    {
        var sentences = article.Sentences;
        (_sentences, _rank, _title) = (sentences, article.Rank, 0);
        if (_own.Length < sentences.Count)
        {
            (_own, _windows, _paragraphs, _headings) = (new double[sentences.Count], new double[sentences.Count], new double[sentences.Count], new double[sentences.Count]);
            return;
        }

        foreach (var scores in (ReadOnlySpan<double[]>)[_own, _windows, _paragraphs, _headings])
        {
            Array.Clear(scores, 0, sentences.Count);
        }
    }

    /// <summary>Adds a word's postings in the article's sentences.</summary>
    public void AddSentences(ReadOnlySpan<Posting> found, TermHits term)
    {
        var (inPassage, windowed, statistics) = (0, -1, term.Statistics);
        for (var at = 0; at < found.Length; at++)
        {
            var (_, sentence, frequency) = found[at];
            _own[sentence] += term.Telling * ranking.Sentence.Saturation(frequency, _sentences.Length(sentence), statistics.Sentence);

            ref readonly var run = ref _sentences.Run(sentence);
            inPassage += frequency;
            if (at + 1 == found.Length || _sentences.Run(found[at + 1].Sentence).First != run.First)
            {
                _paragraphs[run.First] += term.Telling * ranking.Paragraph.Saturation(inPassage, run.Length, statistics.Paragraph);
                inPassage = 0;
            }

            for (var near = Math.Max(windowed + 1, sentence - 1); near <= Math.Min(sentence + 1, _sentences.Count - 1); near++)
            {
                if (InWindow(found, at, near) is > 0 and var inWindow)
                {
                    _windows[near] += term.Telling * ranking.Window.Saturation(inWindow, _sentences.WindowLength(near), statistics.Window);
                }

                windowed = near;
            }
        }
    }

    /// <summary>Adds a word's postings in its headings.</summary>
    public void AddHeadings(ReadOnlySpan<Posting> found, TermHits term)
    {
        foreach (var posting in found)
        {
            _headings[posting.Sentence] += term.Telling * ranking.Heading.Saturation(
                posting.Frequency, _sentences.Run(posting.Sentence).HeadingLength, term.Statistics.Heading);
        }
    }

    /// <summary>Adds a word's postings in its title.</summary>
    public void AddTitle(ReadOnlySpan<Posting> found, TermHits term)
    {
        foreach (var posting in found)
        {
            _title += term.Telling * ranking.Heading.Saturation(posting.Frequency, _sentences.TitleLength, term.Statistics.Title);
        }
    }

    /// <summary>Offers what has a score, told to seven digits: so it is known before whether an article could only be as good as another.</summary>
    public void OfferTo(BestCandidates best)
    {
        for (var sentence = 0; sentence < _sentences.Count; sentence++)
        {
            var parts = PartsOf(sentence);
            if ((float)ranking.Score(parts) is > 0 and var score)
            {
                best.Offer(new(score, _sentences, _rank, sentence, parts));
            }
        }
    }

    /// <summary>The score of its best sentence.</summary>
    public double Best()
    {
        var best = 0.0;
        for (var sentence = 0; sentence < _sentences.Count; sentence++)
        {
            best = Math.Max(best, ranking.Score(PartsOf(sentence)));
        }

        return best;
    }

    private ScoreParts PartsOf(int sentence)
    {
        var first = _sentences.Run(sentence).First;
        return new(_own[sentence], _windows[sentence], _paragraphs[first], _headings[first], _title);
    }

    /// <summary>
    /// How often the window around a sentence holds the word; postings of it can only stand at most two places from <paramref name="at"/>.
    /// </summary>
    private int InWindow(ReadOnlySpan<Posting> found, int at, int sentence)
    {
        var sum = 0;
        for (var posting = Math.Max(0, at - 2); posting < Math.Min(found.Length, at + 3); posting++)
        {
            sum += (found[posting].Sentence - sentence) switch
            {
                0 => found[posting].Frequency,
                -1 when _sentences.ReadsOn(sentence) => found[posting].Frequency,
                1 when _sentences.ReadsOn(sentence + 1) => found[posting].Frequency,
                _ => 0,
            };
        }

        return sum;
    }
}
