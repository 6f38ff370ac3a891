using Bot.Cli.Terminal;
using Microsoft.Extensions.Logging;

namespace Bot.Cli.Startup;

/// <summary>Writes Bot's own warnings and errors to standard error, a line each.</summary>
internal sealed class OperatorLog(TextWriter error) : ILoggerProvider
{
    private const string OwnCategories = "Bot.";

    private readonly TextWriter _error = TextWriter.Synchronized(error);

    public ILogger CreateLogger(string categoryName) => new Lines(_error, categoryName.StartsWith(OwnCategories, StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Lines(TextWriter error, bool own) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => own && logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                error.WriteLine(PlainWords.OnOneLine($"{(logLevel == LogLevel.Warning ? "Warning" : "Error")}: {formatter(state, exception)}"));
            }
        }
    }
}
