using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tracing;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>The sentences a question may be answered with, best first.</summary>
/// <param name="Read">The question as understood, mistyped words corrected.</param>
/// <param name="Hits">What the search found.</param>
/// <param name="Sentences">The same, ranked by what question and sentence share.</param>
internal sealed record Findings(ReadQuestion Read, ImmutableArray<SearchHit> Hits, ImmutableArray<RankedSentence> Sentences)
{
    /// <summary>How sure it is that the first sentence answers; 0 when there is none.</summary>
    public double Confidence => Sentences.IsEmpty ? 0 : Sentences[0].Confidence;

    /// <summary>What a composer is given.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="most">How many passages at most.</param>
    public Material Material(Question question, int most)
    {
        var passages = Sentences.Select(sentence => sentence.Hit.Passage).Distinct().Take(most)
            .Select((passage, at) => new NumberedPassage(at + 1, passage))
            .ToImmutableArray();
        return new(question, Read.Text, passages[0].Passage.Article.Language, passages)
        {
            Read = Read,
            Sentences = [.. Sentences.Where(sentence => passages.Any(passage => passage.Passage == sentence.Hit.Passage))],
        };
    }

    /// <summary>The trace up to here.</summary>
    public AnswerTrace Trace() => AnswerTrace.Of(Read) with
    {
        Hits = Hits,
        Signals = Sentences.IsEmpty ? ImmutableSortedDictionary<string, double>.Empty : Sentences[0].Signals.Named(),
    };
}
