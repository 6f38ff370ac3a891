using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;

namespace Bot.Knowledge.Serving;

/// <summary>Keeps the index in step with the articles that are served. Used by one thread at a time.</summary>
/// <param name="home">Opens the index.</param>
internal sealed class IndexedLibrary(IndexHome home) : IDisposable
{
    private PassageIndex? _index;
    private Dictionary<string, Entry> _entries = [];
    private SnapshotContent? _content;
    private long _keptVersion;

    private sealed record Entry(IndexedArticle Article, IndexedSentences Sentences);

    private sealed record Served(string File, IndexedArticle Article, KeptPlace? Place);

    /// <summary>Opens the index, unless it is open.</summary>
    public void Open() => _index ??= home.Open();

    /// <summary>The articles of a file that a process before this one kept. For any number of threads.</summary>
    public ImmutableArray<IndexedArticle> Find(string key) => _index!.Find(key);

    /// <summary>The next content; <see langword="null"/> when it would be as the last one. Its view is held once, for the caller.</summary>
    public SnapshotContent? Update(KnownFolder folder, KnowledgeOptions options, CancellationToken cancellationToken)
    {
        var library = ArticleLibrary.Of(folder.Files.Values.Select(file => file.Reading), options);
        try
        {
            return Update(folder, library, cancellationToken);
        }
        catch (Exception error) when (_index!.IsKept && IndexHome.IsOfThePlace(error))
        {
            // What was being written may be lost: nothing of it is relied on.
            _index.Dispose();
            (_index, _entries) = (home.Leave(error), []);
            return Update(folder, library, cancellationToken);
        }
    }

    /// <summary>Makes what is served now safe on the disk, where the index is kept.</summary>
    public void Keep()
    {
        if (_content is null || _content.Version == _keptVersion)
        {
            return;
        }

        try
        {
            _index!.Keep(_entries.Values.Select(entry => entry.Sentences));
            _keptVersion = _content.Version;
        }
        catch (Exception error) when (IndexHome.IsOfThePlace(error))
        {
            home.Warn(error);
        }
    }

    public void Dispose() => _index?.Dispose();

    private SnapshotContent? Update(KnownFolder folder, ArticleLibrary library, CancellationToken cancellationToken)
    {
        ConcurrentQueue<ArticleProblem> failures = [];
        var entries = Index(ServedOf(folder, library), failures, cancellationToken);
        ImmutableArray<ArticleProblem> problems =
            [.. folder.Problems, .. library.Problems, .. failures.OrderBy(problem => problem.Message, StringComparer.Ordinal)];
        var gone = _entries.Values.Where(entry => !entries.TryGetValue(entry.Article.Article.Slug, out var kept) || kept != entry).ToList();
        if (_content is not null && gone.Count == 0 && entries.Count == _entries.Count && problems.SequenceEqual(_content.Problems))
        {
            return null;
        }

        foreach (var entry in gone)
        {
            _index!.Remove(entry.Sentences);
        }

        _entries = entries;
        return _content = new(
            (_content?.Version ?? 0) + 1,
            entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Article, StringComparer.Ordinal),
            problems,
            _index!.View([.. entries.Values.Select(entry => entry.Sentences)]));
    }

    private static List<Served> ServedOf(KnownFolder folder, ArticleLibrary library) =>
    [
        .. folder.Files.Values
            .SelectMany(file => file.Articles.Select((article, at) => new Served(
                file.Reading.File, article, file.Key is { } key ? new KeptPlace(key, at, file.Articles.Length) : null)))
            .Where(served => ReferenceEquals(library.Articles.GetValueOrDefault(served.Article.Article.Slug), served.Article.Article)),
    ];

    private Dictionary<string, Entry> Index(List<Served> served, ConcurrentQueue<ArticleProblem> failures, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
        List<Served> changed = [];
        foreach (var each in served)
        {
            if (_entries.TryGetValue(each.Article.Article.Slug, out var entry) && ReferenceEquals(entry.Article, each.Article))
            {
                entries[each.Article.Article.Slug] = entry;
            }
            else
            {
                changed.Add(each);
            }
        }

        ConcurrentQueue<IndexedSentences> added = [];
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            Parallel.ForEach(changed, options, each => Add(each, entries, added, failures, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // They are in no view; left in the index they would only take space.
            foreach (var sentences in added)
            {
                _index!.Discard(sentences);
            }

            throw;
        }

        return entries.ToDictionary(StringComparer.Ordinal);
    }

    private void Add(
        Served served,
        ConcurrentDictionary<string, Entry> entries,
        ConcurrentQueue<IndexedSentences> added,
        ConcurrentQueue<ArticleProblem> failures,
        CancellationToken cancellationToken)
    {
        var article = served.Article;
        try
        {
            var sentences = _index!.Add(article, served.Place);
            added.Enqueue(sentences);
            entries[article.Article.Slug] = new(article, sentences);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && !(_index!.IsKept && IndexHome.IsOfThePlace(error)))
        {
            failures.Enqueue(new(served.File, null, $"'{article.Article.Slug}' could not be indexed: {error.Message}",
                "Simplify its text, or leave it out."));
        }
    }
}
