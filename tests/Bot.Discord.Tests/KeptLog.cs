using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests;

/// <summary>Keeps what is logged, so that tests can see what is, and what must not be.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Words, TaskCompletionSource Found)> _awaited = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Waits until a line with these words is there.</summary>
    public async Task ContainsAsync(string words)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Enqueue((words, found));
        foreach (var line in Lines)
        {
            Tell(line);
        }

        await found.Task.WaitAsync(Some.Patience);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd();
        Lines.Enqueue(line);
        Tell(line);
    }

    public void Dispose()
    {
    }

    private void Tell(string line)
    {
        foreach (var (words, found) in _awaited)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                found.TrySetResult();
            }
        }
    }
}
