using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Evaluation.Measuring;

/// <summary>One Lucene search over paragraphs and nothing more: what answering is compared with.</summary>
internal sealed class BareSearch : IDisposable
{
    private const int Best = 10;
    private const string Words = "words";

    private readonly RAMDirectory _directory = new();
    private readonly Analyzer _analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public BareSearch(IEnumerable<string> paragraphs)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
        {
            foreach (var paragraph in paragraphs)
            {
                writer.AddDocument([new TextField(Words, paragraph, Field.Store.NO)]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>How many paragraphs are found, at most ten.</summary>
    public int Find(string question)
    {
        var query = new BooleanQuery();
        using var stream = _analyzer.GetTokenStream(Words, question);
        var word = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            query.Add(new TermQuery(new Term(Words, word.ToString())), Occur.SHOULD);
        }

        stream.End();
        return _searcher.Search(query, Best).ScoreDocs.Length;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }
}
