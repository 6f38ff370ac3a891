using System.Buffers;
using System.Collections.Immutable;

namespace Bot.Knowledge.Search;

/// <summary>
/// Adds up one search's scores. A sentence's postings alone give three parts: its own, its window's (the postings of its neighbours
/// with it) and its passage's (those of all its sentences), so that no text is indexed three times.
/// </summary>
internal sealed class Scoreboard : IDisposable
{
    private readonly ArticleBlock[] _blocks;
    private readonly bool[] _asked;
    private readonly bool[] _touched;
    private readonly Ranking _ranking;
    private readonly double[] _titles;

    // By document; a passage's scores stand at its first sentence.
    private readonly double[] _sentences;
    private readonly double[] _windows;
    private readonly double[] _paragraphs;
    private readonly double[] _headings;

    public Scoreboard(ArticleBlock[] blocks, bool[] asked, Ranking ranking)
    {
        (_blocks, _asked, _ranking) = (blocks, asked, ranking);
        _touched = new bool[blocks.Length];
        _titles = new double[blocks.Length];
        var documents = blocks.Length == 0 ? 0 : blocks[^1].End;
        (_sentences, _windows, _paragraphs, _headings) = (Rent(documents), Rent(documents), Rent(documents), Rent(documents));
    }

    /// <summary>Adds a term's postings in sentences.</summary>
    public void AddSentences(List<Posting> found, double telling, in LanguageStatistics statistics)
    {
        for (var first = 0; first < found.Count;)
        {
            var block = found[first].Block;
            var end = first + 1;
            while (end < found.Count && found[end].Block == block)
            {
                end++;
            }

            if (_asked[block])
            {
                Touch(block);
                AddArticle(found, first, end, telling, statistics);
            }

            first = end;
        }
    }

    /// <summary>Adds a term's postings in headings.</summary>
    public void AddHeadings(List<Posting> found, double telling, in LanguageStatistics statistics)
    {
        foreach (var posting in found)
        {
            if (_asked[posting.Block])
            {
                Touch(posting.Block);
                var (start, sentences) = _blocks[posting.Block];
                _headings[start + posting.Sentence] += telling * _ranking.Heading.Saturation(
                    posting.Frequency, sentences.Run(posting.Sentence).HeadingLength, statistics.Heading);
            }
        }
    }

    /// <summary>Adds a term's postings in titles.</summary>
    public void AddTitles(List<Posting> found, double telling, in LanguageStatistics statistics)
    {
        foreach (var posting in found)
        {
            if (_asked[posting.Block])
            {
                Touch(posting.Block);
                _titles[posting.Block] += telling * _ranking.Heading.Saturation(
                    posting.Frequency, _blocks[posting.Block].Sentences.TitleLength, statistics.Title);
            }
        }
    }

    /// <summary>The best sentences, best first.</summary>
    public ImmutableArray<SearchHit> Best(int limit)
    {
        var best = new BestCandidates(limit);
        for (var block = 0; block < _blocks.Length; block++)
        {
            if (!_touched[block])
            {
                continue;
            }

            var (start, sentences) = _blocks[block];
            for (var sentence = 0; sentence < sentences.Count; sentence++)
            {
                var first = sentences.Run(sentence).First;
                var parts = new ScoreParts(
                    _sentences[start + sentence], _windows[start + sentence], _paragraphs[start + first], _headings[start + first],
                    _titles[block]);
                if (_ranking.Score(parts) is > 0 and var score)
                {
                    best.Offer(new(score, sentences, sentence, parts));
                }
            }
        }

        return best.ToHits();
    }

    public void Dispose()
    {
        foreach (var rented in (double[][])[_sentences, _windows, _paragraphs, _headings])
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double[] Rent(int length) => ArrayPool<double>.Shared.Rent(length);

    // Only what the words lead to is cleared: most articles have none of them.
    private void Touch(int block)
    {
        if (_touched[block])
        {
            return;
        }

        _touched[block] = true;
        foreach (var scores in (ReadOnlySpan<double[]>)[_sentences, _windows, _paragraphs, _headings])
        {
            Array.Clear(scores, _blocks[block].Start, _blocks[block].Sentences.Count);
        }
    }

    private void AddArticle(List<Posting> found, int first, int end, double telling, in LanguageStatistics statistics)
    {
        var (start, sentences) = _blocks[found[first].Block];
        var inPassage = 0;
        var windowed = -1;
        for (var at = first; at < end; at++)
        {
            var (_, sentence, frequency) = found[at];
            _sentences[start + sentence] += telling * _ranking.Sentence.Saturation(frequency, sentences.Length(sentence),
                statistics.Sentence);

            ref readonly var run = ref sentences.Run(sentence);
            inPassage += frequency;
            if (at + 1 == end || sentences.Run(found[at + 1].Sentence).First != run.First)
            {
                _paragraphs[start + run.First] += telling * _ranking.Paragraph.Saturation(inPassage, run.Length, statistics.Paragraph);
                inPassage = 0;
            }

            for (var near = Math.Max(windowed + 1, sentence - 1); near <= Math.Min(sentence + 1, sentences.Count - 1); near++)
            {
                if (InWindow(found, first, end, at, near, sentences) is > 0 and var inWindow)
                {
                    _windows[start + near] += telling * _ranking.Window.Saturation(inWindow, sentences.WindowLength(near),
                        statistics.Window);
                }

                windowed = near;
            }
        }
    }

    /// <summary>
    /// How often the window around a sentence holds the term; postings of it can only stand at most two places from
    /// <paramref name="at"/>.
    /// </summary>
    private static int InWindow(List<Posting> found, int first, int end, int at, int sentence, IndexedSentences sentences)
    {
        var sum = 0;
        for (var posting = Math.Max(first, at - 2); posting < Math.Min(end, at + 3); posting++)
        {
            sum += (found[posting].Sentence - sentence) switch
            {
                0 => found[posting].Frequency,
                -1 when sentences.ReadsOn(sentence) => found[posting].Frequency,
                1 when sentences.ReadsOn(sentence + 1) => found[posting].Frequency,
                _ => 0,
            };
        }

        return sum;
    }
}
