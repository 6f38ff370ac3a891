using System.Collections.Immutable;

namespace Bot.Answering.Composing;

/// <summary>What a composer wrote, before the claim check.</summary>
/// <param name="Text">Sentences with markers such as <c>[2]</c> that name <see cref="NumberedPassage.Number"/>.</param>
internal sealed record Composition(string Text)
{
    /// <summary>The whole of <see cref="Text"/> when the passages do not answer the question.</summary>
    public const string NotStated = "NOT_STATED";

    /// <summary>Whether the composer says that the passages do not answer the question.</summary>
    public bool IsNotStated => Text == NotStated;

    /// <summary>The sentences that <see cref="Text"/> consists of, when it only quotes; empty when a model wrote it.</summary>
    public ImmutableArray<QuotedSentence> Quotes { get; init; } = [];

    /// <summary>The answer in a few words, when the composer is sure of it; each word of it stands in a sentence of <see cref="Text"/>.</summary>
    public string? Short { get; init; }
}
