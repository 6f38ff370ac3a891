namespace Bot.Knowledge.Reading;

/// <summary>Ends the reading of a file, or of one line of a <c>.jsonl</c> file. Never leaves the reader: it becomes a problem.</summary>
internal sealed class UnreadableException(int? line, string message, string cure) : Exception(message)
{
    public int? Line { get; } = line;

    public string Cure { get; } = cure;
}
