using System.Collections.Immutable;
using Bot.Knowledge.Passages;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Benchmarks.Growth;

/// <summary>What indexing and searching are compared with: Lucene.Net as it comes, over text that is split already, on as many threads.</summary>
internal sealed class BareIndex : IDisposable
{
    private const int Best = 10;

    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexWriter _writer;
    private IndexSearcher? _searcher;

    /// <param name="path">The folder; none keeps it in memory.</param>
    public BareIndex(string? path)
    {
        _directory = path is null ? new RAMDirectory() : new MMapDirectory(path);
        _writer = new(_directory, new(LuceneVersion.LUCENE_48, _analyzer));
    }

    /// <summary>A sentence with the fields that are scored, as text.</summary>
    public sealed record Row(string Article, string Sentence, string Heading, string Title, string Window, string Paragraph);

    /// <summary>The sentences of an article, headings left out, with what is scored beside each.</summary>
    public static Row[] Rows(ImmutableArray<Passage> passages)
    {
        var sentences = passages.Where(passage => passage.Kind != PassageKind.Heading)
            .SelectMany(passage => passage.Sentences.Select((span, at) => (passage, at, Text: span.In(passage.Article.Text)))).ToArray();
        return [.. sentences.Select((each, at) => new Row(
            each.passage.Article.Slug,
            each.Text,
            each.at == 0 ? each.passage.Heading ?? "" : "",
            at == 0 ? each.passage.Article.Title : "",
            string.Join(' ', sentences[Math.Max(0, at - 1)..Math.Min(sentences.Length, at + 2)].Select(near => near.Text)),
            each.passage.Text))];
    }

    /// <summary>Indexes articles, and makes what was indexed safe and searchable.</summary>
    /// <param name="articles">The rows of each article.</param>
    /// <param name="everything">Whether window and paragraph are fields too: all that is scored, rather than all that Bot indexes.</param>
    public void Add(IEnumerable<Row[]> articles, bool everything)
    {
        Parallel.ForEach(articles, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, rows => _writer.AddDocuments(rows.Select(row => Document(row, everything))));
        _writer.Commit();
        _searcher = new(DirectoryReader.Open(_writer, applyAllDeletes: true)) { Similarity = new BM25Similarity() };
    }

    /// <summary>How many sentences are found, at most ten.</summary>
    public int Find(string question)
    {
        var query = new BooleanQuery();
        foreach (var term in Knowledge.Languages.TextAnalysis.Terms(question, "en"))
        {
            query.Add(new TermQuery(new("sentence", term.Text)), Occur.SHOULD);
        }

        return _searcher!.Search(query, Best).ScoreDocs.Length;
    }

    public void Dispose()
    {
        _searcher?.IndexReader.Dispose();
        _writer.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }

    private static Document Document(Row row, bool everything)
    {
        Document document = [new StringField("article", row.Article, Field.Store.NO), new TextField("sentence", row.Sentence, Field.Store.NO)];
        AddWords("heading", row.Heading);
        AddWords("title", row.Title);
        if (everything)
        {
            AddWords("window", row.Window);
            AddWords("paragraph", row.Paragraph);
        }

        return document;

        void AddWords(string name, string words)
        {
            if (words.Length > 0)
            {
                document.Add(new TextField(name, words, Field.Store.NO));
            }
        }
    }
}
