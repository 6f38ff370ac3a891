using Bot.Answering.Questions;

namespace Bot.Answering.Composing;

/// <summary>Reads a rewritten question, and takes none that is more than a question.</summary>
internal static class StandaloneReply
{
    private const int Slack = 300;

    /// <summary>The question on the reply's one line; <see langword="null"/> when the model wrote something else.</summary>
    public static string? Read(string text, Question question)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = lines.Length == 1 ? lines[0].TrimStart('>', ' ').Trim('"', '“', '”', '*', '`', ' ') : "";
        return line.Length > 0 && line.Length <= question.Text.Length + Slack ? line : null;
    }
}
