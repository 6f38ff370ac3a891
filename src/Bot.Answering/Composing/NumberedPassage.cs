using Bot.Knowledge.Passages;

namespace Bot.Answering.Composing;

/// <summary>A passage under the number by which a composer refers to it.</summary>
/// <param name="Number">From 1, in order of rank. Readers never see it: citations are numbered anew.</param>
/// <param name="Passage">The passage.</param>
internal sealed record NumberedPassage(int Number, Passage Passage);
