using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>What stands in a sentence for words of a question that it does not have: "he said" for the speaker, ", 19," for "how old".</summary>
/// <param name="asked">The sentence.</param>
/// <param name="hit">Where it stands.</param>
/// <param name="sentence">What it says to any.</param>
/// <param name="fit">How well it holds the sort of thing that is asked for.</param>
/// <param name="acronyms">The question's names in letters or in full.</param>
internal sealed class StandIns(AskedSentence asked, SearchHit hit, ReadSentence sentence, double fit, Acronyms acronyms)
{
    // The speaker the question names speaks, though the sentence does not name them.
    private readonly bool _isSpoken = asked.Question.Kind == QuestionKind.Speech && fit == 1;

    /// <summary>Whether it has a number that is asked for by what it measures.</summary>
    public bool IsMeasured { get; } = asked.Question.Measured != Dimension.None && asked.Facts.Any(fact => Measure.Fits(asked, fact));

    /// <summary>How well a word is stood in for, 0 to 1.</summary>
    public double For(QuestionTerm term) =>
        term.IsName ? _isSpoken || acronyms.Has(term, asked.Text, asked.Facts, hit.Passage.Article) ? TermMatch.SynonymWeight : IsMeant(term) : IsShown(term) || (IsMeasured && asked.Question.Measuring.Contains(term)) ? 1 : 0;

    // Whom the turns before were about, sentences mean by "he". What was learned knows the pronouns of other questions by themselves.
    private double IsMeant(QuestionTerm term) => term.IsOwn ? 0 : TermMatch.SynonymWeight * sentence.Meant.Of(term.Text);

    // A caption is a picture's, and seldom says so.
    private bool IsShown(QuestionTerm term) =>
        asked.Question.OfPhoto && hit.Passage.Kind == PassageKind.Caption && asked.Asking.Photo.Contains(Phrases.Of(term.Span.In(asked.Question.Text)).Text);
}
