using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Ranking;

/// <summary>What a sentence says to whoever asks, read once for all questions.</summary>
/// <param name="passage">The passage it stands in.</param>
/// <param name="index">Which of its sentences.</param>
internal sealed class ReadSentence(Passage passage, int index)
{
    // Of a sentence beside one that was found the words alone are asked for. Whoever reads at the same time reads the same.
    private Rest? _rest;

    /// <summary>Its words.</summary>
    public TermMatch Words { get; } = new(passage.Sentence(index), passage.Article.Language);

    /// <summary>The facts it states.</summary>
    public ImmutableArray<Fact> Facts => Read.Facts;

    /// <summary>Whether it says what something is or is called.</summary>
    public bool Defines => Read.Defines;

    /// <summary>Whether it begins with a word that points at something said before.</summary>
    public bool PointsBack => Read.PointsBack;

    private Rest Read => _rest ??= Rest.Of(passage.Sentence(index), passage.Article.Language);

    private sealed record Rest(ImmutableArray<Fact> Facts, bool Defines, bool PointsBack)
    {
        public static Rest Of(string text, string language)
        {
            var words = QuestionWords.Of(language);
            var folded = Phrases.Of(text);
            return new(FactReader.Read(text, language), folded.HasAny(words.Definitions), words.Pronouns.Contains(folded.Words.FirstOrDefault("")));
        }
    }
}
