using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Knowledge.Search;

/// <summary>A sentence that holds a term.</summary>
/// <param name="Block">The article's place among the view's blocks.</param>
/// <param name="Sentence">The sentence, counted from the article's first.</param>
/// <param name="Frequency">How often it holds the term.</param>
internal readonly record struct Posting(int Block, int Sentence, int Frequency);

/// <summary>Reads a term's postings, in the order of the blocks, dead articles left out.</summary>
internal sealed class Postings(DirectoryReader reader, ArticleBlock[] blocks)
{
    /// <summary>The postings of a term in a field.</summary>
    public IEnumerable<Posting> Of(string field, string term)
    {
        var bytes = new BytesRef(term);
        var block = 0;
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field)?.GetEnumerator() is not { } terms || !terms.SeekExact(bytes))
            {
                continue;
            }

            var documents = terms.Docs(liveDocs: null, reuse: null, DocsFlags.FREQS);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                var global = leaf.DocBase + document;
                block = FirstEndingAfter(global, block);
                if (block == blocks.Length)
                {
                    yield break;
                }

                if (blocks[block].Start <= global)
                {
                    yield return new(block, global - blocks[block].Start, documents.Freq);
                }
            }
        }
    }

    /// <summary>Fills a list with the postings of a term in a field.</summary>
    public void Read(string field, string term, List<Posting> found)
    {
        found.Clear();
        foreach (var posting in Of(field, term))
        {
            found.Add(posting);
        }
    }

    // Common words are in the next block or in one soon after, rare ones far away.
    private int FirstEndingAfter(int document, int from)
    {
        var stride = 1;
        while (from + stride < blocks.Length && blocks[from + stride - 1].End <= document)
        {
            from += stride;
            stride *= 2;
        }

        var (low, high) = (from, Math.Min(from + stride, blocks.Length));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].End <= document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
