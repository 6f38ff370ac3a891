namespace Bot.Cli;

/// <summary>Something the person at the command line can mend.</summary>
/// <param name="message">Names the thing, its value and the cure, in one line.</param>
internal sealed class CommandError(string message) : Exception(message);
