using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Serving;

/// <summary>Asks for a refresh soon after something changes in a folder, and now and then in case a change went unnoticed.</summary>
internal sealed partial class FolderWatch : IAsyncDisposable
{
    // An editor's save is several changes in a row; one refresh serves them all.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    // Notices get lost: on network drives, in containers' mounts, when too many come at once.
    private static readonly TimeSpan Rescan = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _due =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly Func<CancellationToken, Task> _refresh;
    private readonly ILogger _logger;
    private readonly FileSystemWatcher? _watcher;
    private readonly ITimer _rescan;
    private readonly Task _following;

    public FolderWatch(string path, TimeProvider time, Func<CancellationToken, Task> refresh, ILogger logger)
    {
        (_time, _refresh, _logger) = (time, refresh, logger);
        _watcher = Watch(path);
        _rescan = time.CreateTimer(_ => Notice(), null, Rescan, Rescan);
        _following = Task.Run(() => FollowAsync(_stop.Token));
    }

    /// <summary>Says that something may have changed.</summary>
    public void Notice() => _due.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        _watcher?.Dispose();
        await _rescan.DisposeAsync();
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _due.Reader.ReadAllAsync(cancellationToken))
        {
            await Task.Delay(Quiet, _time, cancellationToken);
            _due.Reader.TryRead(out var _);
            try
            {
                await _refresh(cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                LogRefreshFailed(error);
            }
        }
    }

    private FileSystemWatcher? Watch(string path)
    {
        if (!Path.Exists(path))
        {
            // Whoever reads it says so; it may be made later.
            return null;
        }

        FileSystemWatcher? watcher = null;
        try
        {
            watcher = File.Exists(path)
                ? new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
                : new FileSystemWatcher(path) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Notice();
            watcher.Created += (_, _) => Notice();
            watcher.Deleted += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            watcher.Error += (_, _) => Notice();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            LogNotWatched(path, Rescan.TotalSeconds, error);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The articles could not be refreshed; those read before are still served.")]
    private partial void LogRefreshFailed(Exception error);

    [LoggerMessage(LogLevel.Warning, "'{Path}' cannot be watched; changes are looked for every {Seconds} s instead.")]
    private partial void LogNotWatched(string path, double seconds, Exception error);
}
