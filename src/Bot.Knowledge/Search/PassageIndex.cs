using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Knowledge.Search;

/// <summary>
/// The sentences of all articles, in memory. Articles are added and removed from any thread; nothing of it is seen until a
/// <see cref="PassageView"/> is taken, which then never changes.
/// </summary>
internal sealed class PassageIndex : IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private DirectoryReader? _newest;
    private int _lastNumber;

    public PassageIndex() => _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = OpenMode.CREATE,
        // Articles are added on background threads already.
        MergeScheduler = new SerialMergeScheduler(),
    });

    /// <summary>Adds one version of an article.</summary>
    public IndexedSentences Add(Article article, ImmutableArray<Passage> passages)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var documents = new ArticleDocuments(number, article);
        var sentences = documents.Read(passages);
        if (sentences.Count > 0)
        {
            _writer.AddDocuments(documents.Documents());
        }

        return sentences;
    }

    /// <summary>Removes one version of an article; views taken before go on finding it.</summary>
    public void Remove(IndexedSentences sentences) => _writer.DeleteDocuments(new Term(IndexFields.Article, NameOf(sentences.Number)));

    /// <summary>Takes a view of exactly these articles, which are all in the index. Called by one thread at a time.</summary>
    public PassageView View(IReadOnlyCollection<IndexedSentences> articles, Ranking? ranking = null)
    {
        var reader = _newest is null
            ? DirectoryReader.Open(_writer, applyAllDeletes: true)
            : DirectoryReader.OpenIfChanged(_newest, _writer, applyAllDeletes: true);
        if (reader is not null)
        {
            _newest?.DecRef();
            _newest = reader;
        }

        return new PassageView(_newest!, articles, ranking ?? Ranking.Default);
    }

    /// <summary>Lets go of the index; views that are still held go on working.</summary>
    public void Dispose()
    {
        _newest?.DecRef();
        _newest = null;
        _writer.Rollback();
    }

    /// <summary>The term that names a version of an article in the index.</summary>
    internal static string NameOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
