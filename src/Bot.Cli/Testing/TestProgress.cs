using System.Globalization;

namespace Bot.Cli.Testing;

/// <summary>Says how many questions are answered, at every tenth part of them.</summary>
internal sealed class TestProgress(TextWriter writer) : IProgress<(int Done, int Of)>
{
    private const int Parts = 10;

    // Fewer are done before anyone reads a line.
    private const int Few = 50;

    public void Report((int Done, int Of) value)
    {
        var (done, of) = value;
        if (of >= Few && done * Parts / of > (done - 1) * Parts / of)
        {
            lock (writer)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {of} questions answered"));
            }
        }
    }
}
