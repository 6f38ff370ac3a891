using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Composing;

/// <summary>What a composer is given: the same for a model and for the quoting function.</summary>
/// <param name="Question">The question as asked, with its history.</param>
/// <param name="Standalone">The question as it reads without the history.</param>
/// <param name="Language">The language to answer in: the best passage's, since only words of one language can be checked against it.</param>
/// <param name="Passages">The passages it may use, best first, numbered from 1.</param>
internal sealed record Material(Question Question, string Standalone, string Language, ImmutableArray<NumberedPassage> Passages)
{
    /// <summary>The question as Bot understands it.</summary>
    public required ReadQuestion Read { get; init; }

    /// <summary>The sentences of <see cref="Passages"/>, best first.</summary>
    public required ImmutableArray<RankedSentence> Sentences { get; init; }

    /// <summary>The number of the passage a sentence stands in.</summary>
    public int NumberOf(RankedSentence sentence) => Passages.First(passage => passage.Passage == sentence.Hit.Passage).Number;
}
