namespace Bot.Cli.Tests;

/// <summary>A process's surroundings, in memory: nothing of this machine's settings reaches a test.</summary>
internal static class TestSurroundings
{
    public static Surroundings With(TextWriter? output = null, TextWriter? error = null, string input = "", string? folder = null) => new()
    {
        In = new StringReader(input),
        Out = output ?? TextWriter.Null,
        Error = error ?? TextWriter.Null,
        Folder = folder ?? AppContext.BaseDirectory,
    };
}
