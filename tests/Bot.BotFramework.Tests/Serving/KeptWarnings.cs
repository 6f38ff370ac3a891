using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Tests.Serving;

/// <summary>A log that keeps what the channel warns of.</summary>
internal sealed class KeptWarnings : ILoggerProvider
{
    public ConcurrentQueue<string> Said { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Log(Said, categoryName.StartsWith("Bot.BotFramework", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Log(ConcurrentQueue<string> said, bool kept) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => kept && logLevel >= LogLevel.Warning;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                said.Enqueue(formatter(state, exception));
            }
        }
    }
}
