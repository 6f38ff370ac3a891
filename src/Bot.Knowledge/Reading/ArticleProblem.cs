namespace Bot.Knowledge.Reading;

/// <summary>Why a file, or a part of it, is not served, in words for the editor who can cure it.</summary>
/// <param name="File">The file, as a path below the knowledge folder with <c>/</c> between its parts.</param>
/// <param name="Line">The line it is about, from 1; <see langword="null"/> when it is about the whole file.</param>
/// <param name="Message">What is wrong, naming the value.</param>
/// <param name="Cure">What to do about it.</param>
public sealed record ArticleProblem(string File, int? Line, string Message, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Message} {Cure}" : $"{File}: {Message} {Cure}";
}
