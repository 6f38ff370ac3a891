using System.Collections.Immutable;
using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Bot.Knowledge.Search;

/// <summary>
/// The sentences of all articles, in memory or in a folder. Articles are added and removed from any thread; nothing of it is seen until a
/// <see cref="PassageView"/> is taken, which then never changes.
/// </summary>
internal sealed class PassageIndex : IDisposable
{
    // What is held back is written in fewer pieces, which need not be put together later.
    private const double MegabytesInMemory = 48;

    private readonly IndexSlot? _slot;
    private readonly IndexWriter _writer;
    private KeptArticles? _kept;
    private DirectoryReader? _newest;
    private int _lastNumber;

    /// <summary>An empty index in memory.</summary>
    public PassageIndex()
        : this(new RAMDirectory(), slot: null, isKept: false)
    {
    }

    private PassageIndex(Directory directory, IndexSlot? slot, bool isKept)
    {
        _slot = slot;
        _writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = isKept ? OpenMode.APPEND : OpenMode.CREATE,
            RAMBufferSizeMB = MegabytesInMemory,
            // Articles are added on background threads already.
            MergeScheduler = new SerialMergeScheduler(),
            // A disk's error is found where it happens rather than copied on.
            CheckIntegrityAtMerge = slot is not null,
        });
        if (isKept)
        {
            TakeKept();
        }
        else if (slot is not null)
        {
            _writer.SetCommitData(KeptVersion.Data);
        }
    }

    /// <summary>Whether it lies in a folder, where a later process finds it.</summary>
    public bool IsKept => _slot is not null;

    /// <summary>Opens the index of a folder, or begins a new one there.</summary>
    /// <param name="slot">The folder; let go of with the index.</param>
    /// <exception cref="IOException">What is there is broken, or it cannot be read or written.</exception>
    public static PassageIndex Open(IndexSlot slot)
    {
        var directory = new MappedFolder(slot.Path);
        try
        {
            return new(directory, slot, KeptArticles.AreIn(directory, slot.Path));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>The articles of a file, when a process before this one kept all of them.</summary>
    public ImmutableArray<IndexedArticle> Find(string key) => _kept?.Find(key) ?? [];

    /// <summary>Adds one version of an article, unless it is here already.</summary>
    /// <param name="article">The article.</param>
    /// <param name="place">Where it was read from; <see langword="null"/> when a later process should read it itself.</param>
    public IndexedSentences Add(IndexedArticle article, KeptPlace? place) =>
        _kept?.SentencesOf(article) ?? Add(article.Article, article.Passages, IsKept ? place : null);

    /// <summary>Adds one version of an article.</summary>
    public IndexedSentences Add(Article article, ImmutableArray<Passage> passages, KeptPlace? place = null)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var documents = new ArticleDocuments(number, article);
        var sentences = documents.Read(passages);
        if (place is { } kept)
        {
            documents.Keep(kept, sentences, passages);
        }

        if (sentences.Count > 0)
        {
            _writer.AddDocuments(documents.Documents());
        }

        return sentences;
    }

    /// <summary>Removes one version of an article; views taken before go on finding it.</summary>
    public void Remove(IndexedSentences sentences) => Remove(sentences.Number);

    /// <summary>Removes what was added for nothing; what was kept before may still be asked for.</summary>
    public void Discard(IndexedSentences sentences)
    {
        if (_kept?.Numbers.Contains(sentences.Number) != true)
        {
            Remove(sentences.Number);
        }
    }

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

    /// <summary>Makes it safe on the disk, with these articles and no others of those that were found there. Called by one thread at a time.</summary>
    /// <exception cref="IOException">The disk does not take it; what was safe before still is.</exception>
    public void Keep(IEnumerable<IndexedSentences> articles)
    {
        if (!IsKept)
        {
            return;
        }

        if (_kept is { } kept)
        {
            // From here on articles go for good, and must not be found there any more.
            _kept = null;
            kept.Dispose();
            foreach (var number in kept.Numbers.Except(articles.Select(article => article.Number)))
            {
                Remove(number);
            }

            _writer.ForceMergeDeletes();
        }

        _writer.Commit();
    }

    /// <summary>Lets go of the index; views that are still held go on working.</summary>
    public void Dispose()
    {
        _kept?.Dispose();
        _kept = null;
        _newest?.DecRef();
        _newest = null;
        _writer.Rollback();
        _slot?.Dispose();
    }

    /// <summary>The term that names a version of an article in the index.</summary>
    internal static string NameOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void TakeKept()
    {
        try
        {
            _newest = DirectoryReader.Open(_writer, applyAllDeletes: true);
            _kept = new(_newest);
            _lastNumber = _kept.Numbers.DefaultIfEmpty(0).Max();
        }
        catch
        {
            _newest?.DecRef();
            _writer.Rollback();
            throw;
        }
    }

    private void Remove(int number) => _writer.DeleteDocuments(new Term(IndexFields.Article, NameOf(number)));
}
