using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;

namespace Bot.Knowledge.Serving;

/// <summary>Keeps the index in step with the articles that are served. Used by one thread at a time.</summary>
internal sealed class IndexedLibrary : IDisposable
{
    private readonly PassageIndex _index = new();
    private Dictionary<string, Entry> _entries = [];
    private SnapshotContent? _content;

    private sealed record Entry(IndexedArticle Article, IndexedSentences Sentences);

    /// <summary>The next content; <see langword="null"/> when it would be as the last one. Its view is held once, for the caller.</summary>
    public SnapshotContent? Update(KnownFolder folder, KnowledgeOptions options, CancellationToken cancellationToken)
    {
        var library = ArticleLibrary.Of(folder.Files.Values.Select(file => file.Reading), options);
        var served = Served(folder, library);
        ConcurrentQueue<ArticleProblem> failures = [];
        var entries = Index(served, failures, cancellationToken);
        ImmutableArray<ArticleProblem> problems =
            [.. folder.Problems, .. library.Problems, .. failures.OrderBy(problem => problem.Message, StringComparer.Ordinal)];
        var gone = _entries.Values.Where(entry => !entries.TryGetValue(entry.Article.Article.Slug, out var kept) || kept != entry).ToList();
        if (_content is not null && gone.Count == 0 && entries.Count == _entries.Count && problems.SequenceEqual(_content.Problems))
        {
            return null;
        }

        foreach (var entry in gone)
        {
            _index.Remove(entry.Sentences);
        }

        _entries = entries;
        return _content = new(
            (_content?.Version ?? 0) + 1,
            entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Article, StringComparer.Ordinal),
            problems,
            _index.View([.. entries.Values.Select(entry => entry.Sentences)]));
    }

    public void Dispose() => _index.Dispose();

    private static List<(string File, IndexedArticle Article)> Served(KnownFolder folder, ArticleLibrary library) =>
    [
        .. folder.Files.Values
            .SelectMany(file => file.Articles, (file, article) => (file.Reading.File, Article: article))
            .Where(pair => ReferenceEquals(library.Articles.GetValueOrDefault(pair.Article.Article.Slug), pair.Article.Article)),
    ];

    private Dictionary<string, Entry> Index(
        List<(string File, IndexedArticle Article)> served, ConcurrentQueue<ArticleProblem> failures, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
        List<(string File, IndexedArticle Article)> changed = [];
        foreach (var (file, article) in served)
        {
            if (_entries.TryGetValue(article.Article.Slug, out var entry) && ReferenceEquals(entry.Article, article))
            {
                entries[article.Article.Slug] = entry;
            }
            else
            {
                changed.Add((file, article));
            }
        }

        ConcurrentQueue<IndexedSentences> added = [];
        try
        {
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellationToken
            };
            Parallel.ForEach(changed, options, pair => Add(pair.File, pair.Article, entries, added, failures, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // They are in no view; left in the index they would only take space.
            foreach (var sentences in added)
            {
                _index.Remove(sentences);
            }

            throw;
        }

        return entries.ToDictionary(StringComparer.Ordinal);
    }

    private void Add(
        string file,
        IndexedArticle article,
        ConcurrentDictionary<string, Entry> entries,
        ConcurrentQueue<IndexedSentences> added,
        ConcurrentQueue<ArticleProblem> failures,
        CancellationToken cancellationToken)
    {
        try
        {
            var sentences = _index.Add(article.Article, article.Passages);
            added.Enqueue(sentences);
            entries[article.Article.Slug] = new(article, sentences);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Enqueue(new(file, null, $"'{article.Article.Slug}' could not be indexed: {error.Message}",
                "Simplify its text, or leave it out."));
        }
    }
}
