using System.Globalization;

namespace Bot.Answering.Prompts;

/// <summary>What is wrong with a prompt's file.</summary>
/// <param name="File">The file's full path.</param>
/// <param name="Line">The line, from 1; <see langword="null"/> when it is the whole file.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record PromptProblem(string File, int? Line, string Message, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}{(Line is { } line ? $":{line}" : "")}: {Message} {Cure}");
}
