using Microsoft.SemanticKernel;

namespace Bot.Answering.Prompts;

/// <summary>A prompt that can be asked.</summary>
/// <param name="Text">Its files; their version goes with every answer that the prompt helped to make.</param>
/// <param name="Function">The kernel's function.</param>
/// <param name="Settings">What its <c>config.json</c> asks of the model; <see langword="null"/> when nothing.</param>
internal sealed record Prompt(PromptText Text, KernelFunction Function, PromptExecutionSettings? Settings)
{
    /// <summary>Its folder.</summary>
    public string Name => Text.Name;

    /// <summary>The version of its files.</summary>
    public string Version => Text.Version;
}
