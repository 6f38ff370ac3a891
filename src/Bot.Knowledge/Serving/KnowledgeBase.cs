using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Serving;

/// <summary>
/// The articles of one folder (or <c>.jsonl</c> file), kept up to date. Whoever asks takes a snapshot, which never changes; a changed file
/// makes a new one, which replaces the last at once and without a pause.
/// </summary>
/// <remarks>
/// A file that is broken by an edit is reported in <see cref="KnowledgeSnapshot.Problems"/>, and its last good version goes on being served
/// until the file is whole again or gone. After a restart only what can be read is served.
/// </remarks>
/// <param name="options">Where the articles are, and the limits.</param>
/// <param name="reader">Reads a file.</param>
/// <param name="time">Tells when the folder is looked through again.</param>
/// <param name="logger">Is told how many articles and problems there are, and each problem; never what an article says.</param>
public sealed partial class KnowledgeBase(
    IOptions<KnowledgeOptions> options, ArticleReader reader, TimeProvider time, ILogger<KnowledgeBase> logger) : IAsyncDisposable
{
    private readonly string _path = Path.GetFullPath(options.Value.Path);
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly IndexedLibrary _library = new(new(options.Value, time, logger));
    private KnownFolder _folder = KnownFolder.Empty;
    private SnapshotContent? _current;
    private FolderWatch? _watch;
    private KnowledgeGauges? _gauges;
    private bool _disposed;
    private bool _held;

    /// <summary>Articles that are no files, such as those of an earlier day. They stay as they are.</summary>
    /// <param name="articles">The articles, each with a slug of its own.</param>
    /// <param name="time">The clock.</param>
    public static KnowledgeBase Of(IEnumerable<Article> articles, TimeProvider time)
    {
        var options = Options.Create(new KnowledgeOptions { MaxArticles = int.MaxValue });
        var files = articles.Select(article => new KnownFile(article.Slug, null, null, new(article.Slug, [article], []), [new(article, PassageSplitter.Split(article))], null));
        var held = new KnowledgeBase(options, new ArticleReader(options), time, NullLogger<KnowledgeBase>.Instance) { _held = true };
        var folder = KnownFolder.Empty with { Files = files.ToImmutableSortedDictionary(file => file.Path, file => file, StringComparer.Ordinal) };
        held._library.Open();
        held._current = held._library.Update(folder, options.Value, CancellationToken.None);
        return held;
    }

    /// <summary>Reads the folder now rather than when the first question comes.</summary>
    /// <param name="watch">Whether to follow changes from then on; whoever asks only once should not pay for it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OpenAsync(bool watch, CancellationToken cancellationToken)
    {
        // Watching first: a change between the two is then seen, not missed.
        if (watch && _watch is null)
        {
            _watch = new FolderWatch(_path, time, RefreshAsync, logger);
        }

        await RefreshAsync(cancellationToken);
        _gauges ??= new(Acquire, time);
    }

    /// <summary>The knowledge as it is now; dispose it when the question is answered. Reads the folder if nothing has yet.</summary>
    /// <exception cref="ObjectDisposedException">The knowledge base is disposed.</exception>
    public KnowledgeSnapshot Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
            if (Volatile.Read(ref _current) is not { } content)
            {
                Refresh(onlyIfUnread: true, CancellationToken.None);
            }
            else if (content.View.TryHold())
            {
                // Else it was replaced and closed between the two looks.
                return new KnowledgeSnapshot(content);
            }
        }
    }

    /// <summary>Looks for new, changed and deleted files now, and serves what they say. Returns when it is served.</summary>
    /// <exception cref="ObjectDisposedException">The knowledge base is disposed.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> asked for it; what was served before still is.
    /// </exception>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Refresh(onlyIfUnread: false, cancellationToken), cancellationToken);

    /// <summary>Stops watching and lets go of the index. Snapshots that are still held go on working.</summary>
    public async ValueTask DisposeAsync()
    {
        _gauges?.Dispose();
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        await _refreshing.WaitAsync();
        try
        {
            if (!_disposed)
            {
                Volatile.Write(ref _disposed, true);
                Interlocked.Exchange(ref _current, null)?.View.Release();
                _library.Dispose();
            }
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private void Refresh(bool onlyIfUnread, CancellationToken cancellationToken)
    {
        _refreshing.Wait(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_held || (onlyIfUnread && _current is not null))
            {
                return;
            }

            var start = time.GetTimestamp();
            _library.Open();
            var folder = _folder.Refresh(_path, new(reader, options.Value, time, _library.Find), cancellationToken);
            if (_library.Update(folder, options.Value, cancellationToken) is { } next)
            {
                var last = Interlocked.Exchange(ref _current, next);
                last?.View.Release();
                Report(next, last, time.GetElapsedTime(start));
            }

            _folder = folder;
            _library.Keep();
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private void Report(SnapshotContent next, SnapshotContent? last, TimeSpan elapsed)
    {
        LogServed(next.Version, next.Articles.Count, next.Problems.Length, elapsed.TotalMilliseconds);
        foreach (var problem in last is null ? next.Problems : next.Problems.Except(last.Problems))
        {
            LogProblem(problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Version {Version}: {Articles} articles, {Problems} problems, read in {ElapsedMs:F0} ms.")]
    private partial void LogServed(long version, int articles, int problems, double elapsedMs);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(ArticleProblem problem);
}
