using Bot.Answering.Answers;
using Bot.Answering.Models;

namespace Bot.Answering.Composing;

/// <summary>A composition and how it came about.</summary>
/// <param name="Composition">The text, before the claim check.</param>
/// <param name="Engine"><see cref="Making.Extractive"/>, or the model's name.</param>
internal sealed record Composed(Composition Composition, string Engine)
{
    /// <summary>Why the model that should have composed it did not, for operators; <see langword="null"/> when nothing failed.</summary>
    public string? DegradedReason { get; init; }

    /// <summary>The messages the model was sent; <see langword="null"/> when it was not asked.</summary>
    public string? RenderedPrompt { get; init; }

    /// <summary>All that the composer wrote, thoughts and markup included.</summary>
    public required string RawText { get; init; }

    /// <summary>The version of <c>prompts/answer</c>; <see langword="null"/> when no prompt was used.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>The tokens used; <see langword="null"/> when the model was not asked.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What the model was asked; <see langword="null"/> when there is none.</summary>
    public Consultation? Consultation { get; init; }

    /// <summary>Whether a model should have composed it but could not.</summary>
    public bool Degraded => DegradedReason is not null;
}
