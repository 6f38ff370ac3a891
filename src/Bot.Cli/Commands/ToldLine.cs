namespace Bot.Cli.Commands;

/// <summary>Says progress a line at a time, at once: <see cref="Progress{T}"/> would say it later, on another thread.</summary>
internal sealed class ToldLine(TextWriter writer) : IProgress<string>
{
    public void Report(string value)
    {
        lock (writer)
        {
            writer.WriteLine(value);
        }
    }
}
