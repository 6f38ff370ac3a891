using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>Keeps everything that is logged, at every level.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> _entries = [];

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Entries => [.. _entries];

    public string Everything => string.Join('\n', Entries.Select(entry => entry.Text));

    public IEnumerable<string> OfBot(LogLevel level) =>
        Entries.Where(entry => entry.Level == level && entry.Category.StartsWith("Bot.", StringComparison.Ordinal)).Select(entry => entry.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._entries.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
