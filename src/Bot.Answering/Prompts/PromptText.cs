namespace Bot.Answering.Prompts;

/// <summary>A prompt as its files had it when it was used.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Version">The first 12 hexadecimal digits of the files' SHA-256.</param>
/// <param name="Template">What <c>skprompt.txt</c> had.</param>
/// <param name="Config">What <c>config.json</c> had.</param>
public sealed record PromptText(string Name, string Version, string Template, string Config);
