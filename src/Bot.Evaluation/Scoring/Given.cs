using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Scoring;

/// <summary>A question of a set with the answers it was given.</summary>
/// <param name="Question">The question.</param>
/// <param name="Articles">The articles it was asked of.</param>
/// <param name="Always">The answer when none may be refused.</param>
/// <param name="Refusing">The answer as readers get it.</param>
internal sealed record Given(SetQuestion Question, ImmutableArray<SetArticle> Articles, Answer Always, Answer Refusing);
