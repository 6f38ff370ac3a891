using System.Collections.Immutable;

namespace Bot.Answering.Prompts;

/// <summary>A prompt as its files stand.</summary>
/// <param name="Current">The prompt to use: the last good one; <see langword="null"/> when there never was one.</param>
/// <param name="Problems">Why the files as they are now cannot be used; empty when they can.</param>
internal sealed record LoadedPrompt(Prompt? Current, ImmutableArray<PromptProblem> Problems);
