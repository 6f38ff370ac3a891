using System.Collections.Immutable;

namespace Bot.Answering.Answers;

/// <summary>A sentence of an answer with what supports it.</summary>
/// <param name="Text">The sentence, without citation markers.</param>
/// <param name="Citations">What supports it; at least one, numbered.</param>
public sealed record Claim(string Text, ImmutableArray<Citation> Citations);
