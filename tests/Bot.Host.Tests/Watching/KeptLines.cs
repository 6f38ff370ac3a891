using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Watching;

/// <summary>Keeps each line of the log with all that a console or a file could write of it: its parts, its scopes, its error.</summary>
internal sealed class KeptLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Keeper(KeptLines kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => kept._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            List<string> parts = [$"{logLevel} {category}: {formatter(state, exception)}", $"{exception}"];
            parts.AddRange((state as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(part => $"{part.Key}={part.Value}"));
            kept._scopes.ForEachScope(
                (scope, all) =>
                {
                    all.Add($"{scope}");
                    all.AddRange((scope as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(part => $"{part.Key}={part.Value}"));
                },
                parts);
            kept.Lines.Enqueue(string.Join(" | ", parts));
        }
    }
}
