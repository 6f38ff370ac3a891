using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Knowledge.Keeping;

/// <summary>The articles of an index that a process before this one kept, until it is known which of them are still there. For any number of threads.</summary>
internal sealed class KeptArticles : IDisposable
{
    private readonly DirectoryReader _reader;
    private readonly Dictionary<string, List<(AtomicReader Segment, int Document)>> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IndexedArticle, IndexedSentences> _found = new(ReferenceEqualityComparer.Instance);

    /// <param name="reader">The index, whole; held until this is disposed.</param>
    public KeptArticles(DirectoryReader reader)
    {
        reader.IncRef();
        _reader = reader;
        foreach (var leaf in reader.Leaves)
        {
            AddNumbers(leaf.AtomicReader);
            AddFiles(leaf.AtomicReader);
        }
    }

    /// <summary>The versions of articles in it.</summary>
    public HashSet<int> Numbers { get; } = [];

    /// <summary>Whether there are any that this process would have made the same.</summary>
    /// <exception cref="IOException">What is there is broken.</exception>
    public static bool AreIn(Lucene.Net.Store.Directory directory, string folder)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            return false;
        }

        var commit = DirectoryReader.ListCommits(directory)[^1];
        if (!KeptVersion.IsOf(commit))
        {
            return false;
        }

        IndexChecksums.Check(folder, commit.FileNames);
        return true;
    }

    /// <summary>The articles of a file, as they were read, split and indexed; none when not all of them are here.</summary>
    public ImmutableArray<IndexedArticle> Find(string key)
    {
        if (!_files.TryGetValue(key, out var documents))
        {
            return [];
        }

        var articles = documents.ConvertAll(document => Read(key, document.Segment, document.Document));
        articles.Sort((one, other) => one.Place.Ordinal.CompareTo(other.Place.Ordinal));
        if (articles.Count != articles[0].Place.Count || articles.Where((article, at) => article.Place.Ordinal != at).Any())
        {
            return [];
        }

        foreach (var (_, article, sentences) in articles)
        {
            _found[article] = sentences;
        }

        return [.. articles.Select(article => article.Article)];
    }

    /// <summary>Where the sentences of an article that was found here stand.</summary>
    public IndexedSentences? SentencesOf(IndexedArticle article) => _found.GetValueOrDefault(article);

    public void Dispose() => _reader.DecRef();

    private static (KeptPlace Place, IndexedArticle Article, IndexedSentences Sentences) Read(string key, AtomicReader segment, int document)
    {
        var bytes = new BytesRef();
        segment.GetBinaryDocValues(IndexFields.Kept).Get(document, bytes);
        return ArticleBytes.Read(key, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    // An article's sentences stand side by side.
    private void AddNumbers(AtomicReader segment)
    {
        var numbers = segment.GetNumericDocValues(IndexFields.Article);
        var last = -1;
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            var number = (int)numbers.Get(document);
            if (number != last)
            {
                Numbers.Add(last = number);
            }
        }
    }

    // All at once: to look each file up among the terms would take longer than to read it.
    private void AddFiles(AtomicReader segment)
    {
        if (segment.GetTerms(IndexFields.File)?.GetEnumerator() is not { } terms)
        {
            return;
        }

        DocsEnum? documents = null;
        while (terms.MoveNext())
        {
            documents = terms.Docs(segment.LiveDocs, documents, DocsFlags.NONE);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                var key = terms.Term.Utf8ToString();
                if (!_files.TryGetValue(key, out var found))
                {
                    _files.Add(key, found = []);
                }

                found.Add((segment, document));
            }
        }
    }
}
