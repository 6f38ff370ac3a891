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
    private readonly ConcurrentDictionary<IndexedArticle, IndexedSentences> _found = new(ReferenceEqualityComparer.Instance);

    /// <param name="reader">The index, whole.</param>
    public KeptArticles(DirectoryReader reader)
    {
        _reader = reader;
        foreach (var leaf in reader.Leaves)
        {
            var numbers = leaf.AtomicReader.GetNumericDocValues(IndexFields.Article);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                Numbers.Add((int)numbers.Get(document));
            }
        }
    }

    /// <summary>The versions of articles in it.</summary>
    public HashSet<int> Numbers { get; } = [];

    /// <summary>The articles of a file, as they were read, split and indexed; none when not all of them are here.</summary>
    public ImmutableArray<IndexedArticle> Find(string key)
    {
        var articles = Documents(key).Select(document => Read(key, document)).OrderBy(article => article.Place.Ordinal).ToArray();
        if (articles.Length == 0 || articles.Length != articles[0].Place.Count || articles.Where((article, at) => article.Place.Ordinal != at).Any())
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

    public void Dispose() => _reader.Dispose();

    private (KeptPlace Place, IndexedArticle Article, IndexedSentences Sentences) Read(string key, int document)
    {
        var bytes = _reader.Document(document).GetBinaryValue(IndexFields.Kept);
        return ArticleBytes.Read(key, bytes.Bytes, bytes.Offset, bytes.Length);
    }

    private IEnumerable<int> Documents(string key)
    {
        foreach (var leaf in _reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.File)?.GetEnumerator() is not { } terms || !terms.SeekExact(new BytesRef(key)))
            {
                continue;
            }

            var documents = terms.Docs(leaf.AtomicReader.LiveDocs, reuse: null, DocsFlags.NONE);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                yield return leaf.DocBase + document;
            }
        }
    }
}
