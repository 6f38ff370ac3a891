using System.Collections.Immutable;
using Bot.Answering.Antecedents;
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
    private TermSet? _meant;

    /// <summary>Its words.</summary>
    public TermMatch Words { get; } = new(passage.Sentence(index), passage.Article.Language);

    /// <summary>The facts it states.</summary>
    public ImmutableArray<Fact> Facts => Read.Facts;

    /// <summary>Whether it says what something is or is called.</summary>
    public bool Defines => Read.Defines;

    /// <summary>Whether it begins with a word that points at something said before.</summary>
    public bool PointsBack => Read.PointsBack;

    /// <summary>The name of whom or what it means without naming it, where that is nearly certain; without words where it is not.</summary>
    public TermSet Meant => _meant ??= new(MeantBy(passage, index) ?? "", passage.Article.Language);

    private Rest Read => _rest ??= Rest.Of(passage.Sentence(index), passage.Article.Language);

    private static string? MeantBy(Passage passage, int index) =>
        AntecedentWords.Of(passage.Article.Language) is { } words && AnaphorReader.Find(passage.Sentence(index), words, passage.Article.Language) is { } anaphor
            ? new Antecedent(passage, words).Of(anaphor, passage.Sentences[index])
            : null;

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
