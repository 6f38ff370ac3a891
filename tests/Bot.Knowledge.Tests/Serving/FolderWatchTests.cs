using System.Threading.Channels;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Knowledge.Tests.Serving;

public sealed class FolderWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HeldTime _time = new();
    private readonly Channel<int> _refreshes = Channel.CreateUnbounded<int>();

    [Theory]
    [InlineData("a.txt")]
    [InlineData("below/b.txt")]
    public async Task A_changed_file_is_served_without_anybody_asking_for_it(string name)
    {
        var served = new ServedVersions();
        await using var folder = new KnowledgeFolder(_time, served);
        Directory.CreateDirectory(folder.File("below"));
        folder.Write(name, "Zebras graze here all day.");
        await folder.Knowledge.OpenAsync(watch: true, TestContext.Current.CancellationToken);
        folder.Write(name, "Zebras sleep.");
        await served.UntilAsync(() => folder.Found("zebra") is ["Zebras sleep."]);
    }

    [Fact]
    public async Task Who_does_not_want_to_watch_is_not_told_of_changes()
    {
        await using var folder = new KnowledgeFolder(_time);
        await folder.Write("a.txt", "Zebras graze.").Knowledge.OpenAsync(watch: false, TestContext.Current.CancellationToken);
        folder.Write("a.txt", "Zebras sleep soundly.");
        _time.EndLongWaits();
        Assert.Equal(["Zebras graze."], folder.Found("zebra"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_watched_is_looked_through_now_and_then()
    {
        await using var watch = Watch(_ => Task.CompletedTask);
        for (var round = 1; round <= 3; round++)
        {
            _time.EndLongWaits();
            Assert.Equal(round, await NextRefreshAsync());
        }
    }

    [Fact]
    public async Task A_refresh_that_fails_is_not_the_last()
    {
        await using var watch = Watch(number => number == 1 ? throw new IOException("The disk is away.") : Task.CompletedTask);
        watch.Notice();
        Assert.Equal(1, await NextRefreshAsync());
        watch.Notice();
        Assert.Equal(2, await NextRefreshAsync());
    }

    [Fact]
    public async Task A_watch_that_is_disposed_during_a_refresh_ends_it()
    {
        var watch = Watch(_ => Task.CompletedTask, untilCancelled: true);
        watch.Notice();
        await NextRefreshAsync();
        await watch.DisposeAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private FolderWatch Watch(Func<int, Task> refresh, bool untilCancelled = false)
    {
        var number = 0;
        return new FolderWatch(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            _time,
            async cancellationToken =>
            {
                await _refreshes.Writer.WriteAsync(++number, cancellationToken);
                await refresh(number);
                await (untilCancelled ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
            },
            NullLogger.Instance);
    }

    private Task<int> NextRefreshAsync() =>
        _refreshes.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>A logger that knows when something new is served.</summary>
    private sealed class ServedVersions : ILogger<KnowledgeBase>
    {
        private readonly Channel<bool> _said = Channel.CreateUnbounded<bool>();

        public async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
            {
                await _said.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _said.Writer.TryWrite(true);
    }
}
