using System.Collections.Immutable;

namespace Bot.Answering.Suggesting;

/// <summary>What came of having a model draft questions.</summary>
/// <param name="Questions">The drafts whose passage and words are there.</param>
/// <param name="Faults">What the others lack.</param>
/// <param name="Failure">Why the model drafted no more, for operators; <see langword="null"/> when it did all it was asked.</param>
public sealed record Drafting(ImmutableArray<DraftedQuestion> Questions, ImmutableArray<DraftFault> Faults, string? Failure);
