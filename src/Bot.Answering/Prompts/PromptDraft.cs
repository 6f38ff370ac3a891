namespace Bot.Answering.Prompts;

/// <summary>A prompt's template as an editor has it on the screen, or as it was once, tried in place of the one on disk, which stays as it is.</summary>
/// <param name="Name">The prompt, such as <c>answer</c>.</param>
/// <param name="Template">The words.</param>
public sealed record PromptDraft(string Name, string Template)
{
    /// <summary>What <c>config.json</c> has; <see langword="null"/> means the file on disk.</summary>
    public string? Config { get; init; }
}
