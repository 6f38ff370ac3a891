using Microsoft.SemanticKernel;

namespace Bot.Answering.Prompts;

/// <summary>A prompt that can be asked.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Version">The first 12 hexadecimal digits of its files' SHA-256: it goes with every answer it helped to make.</param>
/// <param name="Function">The kernel's function.</param>
/// <param name="Settings">What its <c>config.json</c> asks of the model; <see langword="null"/> when nothing.</param>
internal sealed record Prompt(string Name, string Version, KernelFunction Function, PromptExecutionSettings? Settings);
