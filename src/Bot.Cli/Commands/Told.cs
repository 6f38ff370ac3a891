namespace Bot.Cli.Commands;

/// <summary>Progress as lines for people; <see cref="Progress{T}"/> would say it later, on another thread.</summary>
internal sealed class Told(TextWriter writer) : IProgress<string>
{
    private readonly Lock _lock = new();

    public void Report(string value)
    {
        lock (_lock)
        {
            writer.WriteLine(value);
        }
    }
}
