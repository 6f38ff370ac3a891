using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>A sentence in the order in which it answers the question best.</summary>
/// <param name="Hit">What the search found.</param>
/// <param name="Score">What it is ranked by; higher is better.</param>
/// <param name="Confidence">How likely it answers the question, 0 to 1.</param>
/// <param name="Signals">What score and confidence are made of.</param>
/// <param name="Words">Its words as analysed.</param>
/// <param name="Facts">The facts it states.</param>
internal sealed record RankedSentence(SearchHit Hit, double Score, double Confidence, Signals Signals, TermMatch Words, ImmutableArray<Fact> Facts);
