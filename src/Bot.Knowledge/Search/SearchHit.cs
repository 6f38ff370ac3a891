using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Search;

/// <summary>A sentence that a search found, with the parts its score is made of.</summary>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="SentenceIndex">Which of the passage's sentences, from 0.</param>
/// <param name="Score">The weighted sum of <paramref name="Parts"/> to seven digits; 0 or more, comparable only within one search.</param>
/// <param name="Parts">BM25 of each field.</param>
public sealed record SearchHit(Passage Passage, int SentenceIndex, double Score, ScoreParts Parts)
{
    /// <summary>Where the sentence stands in the article's text.</summary>
    public TextSpan Span => Passage.Sentences[SentenceIndex];

    /// <summary>The sentence's words.</summary>
    public string Text => Passage.Sentence(SentenceIndex);

    /// <summary>Whether it is the line under a block quote that says whose words these are.</summary>
    public bool IsAttribution => Passage is { Kind: PassageKind.Quote, Attribution: { } attribution }
        && Text.EndsWith(attribution, StringComparison.Ordinal) && !Text[..^attribution.Length].Any(char.IsLetterOrDigit);
}

/// <summary>The parts of a sentence's score, each BM25 (Robertson and Zaragoza, 2009) of one field, before weighting.</summary>
/// <param name="Sentence">The sentence itself.</param>
/// <param name="Window">The sentence with its neighbours, one on each side.</param>
/// <param name="Paragraph">Its passage.</param>
/// <param name="Heading">The heading it stands under, a table's header row, or a caption's credit.</param>
/// <param name="Title">The article's title.</param>
public readonly record struct ScoreParts(double Sentence, double Window, double Paragraph, double Heading, double Title);
