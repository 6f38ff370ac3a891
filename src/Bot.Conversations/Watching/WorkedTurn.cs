using System.Diagnostics;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Watching;

/// <summary>
/// The turn that this code records or works: lines of the log are told apart by it. It is in the scope of each line as <c>TurnId</c>, with its trace.
/// </summary>
public sealed class WorkedTurn : IDisposable
{
    private static readonly AsyncLocal<string?> Flowing = new();
    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("TurnId:{TurnId}");

    private readonly string? _before = Flowing.Value;
    private readonly IDisposable? _scope;
    private readonly Activity? _span;

    private WorkedTurn(TurnRow turn, Activity? span, ILogger logger)
    {
        var id = new TurnId(turn.Id).ToString();
        (_span, _scope, Flowing.Value) = (span, Scope(logger, id), id);
    }

    /// <summary>Its name; <see langword="null"/> outside of a turn.</summary>
    public static string? Current => Flowing.Value;

    internal void Say(string name, string value) => _span?.SetTag(name, value);

    internal static WorkedTurn Begin(TurnRow turn, Activity? span, ILogger logger) => new(turn, span, logger);

    /// <inheritdoc/>
    public void Dispose()
    {
        _scope?.Dispose();
        _span?.Dispose();
        Flowing.Value = _before;
    }
}
