using System.Collections.Immutable;
using Bot.Evaluation.Scoring;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Measuring;

/// <summary>A question with what it was answered by.</summary>
/// <param name="Question">The question.</param>
/// <param name="Score">What is right about its answers.</param>
/// <param name="Cited">The sentences that were cited, refusing nothing.</param>
internal sealed record ScoredQuestion(SetQuestion Question, Score Score, ImmutableArray<string> Cited);
