using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>What stands in a sentence for words of a question that it does not have: "he said" for the speaker, ", 19," for "how old".</summary>
/// <param name="question">The question.</param>
/// <param name="hit">The sentence.</param>
/// <param name="sentence">What it says.</param>
/// <param name="fit">How well it holds the sort of thing that is asked for.</param>
/// <param name="acronyms">The question's names in letters or in full.</param>
internal sealed class StandIns(ReadQuestion question, SearchHit hit, ReadSentence sentence, double fit, Acronyms acronyms)
{
    // The speaker the question names speaks, though the sentence does not name them.
    private readonly bool _isSpoken = question.Kind == QuestionKind.Speech && fit == 1;

    /// <summary>Whether it has a number that is asked for by what it measures.</summary>
    public bool IsMeasured { get; } = question.Measured != Dimension.None && sentence.Facts.Any(fact => Measure.Fits(question, fact, hit.Text, sentence.Words, sentence.Facts));

    /// <summary>How well a word is stood in for, 0 to 1.</summary>
    public double For(QuestionTerm term) =>
        term.IsName ? _isSpoken || acronyms.Has(term, hit.Text, sentence.Facts, hit.Passage.Article) ? TermMatch.SynonymWeight : IsMeant(term) : IsShown(term) || (IsMeasured && question.Measuring.Contains(term)) ? 1 : 0;

    // Whom the turns before were about, sentences mean by "he". What was learned knows the pronouns of other questions by themselves.
    private double IsMeant(QuestionTerm term) => term.IsOwn ? 0 : TermMatch.SynonymWeight * sentence.Meant.Of(term.Text);

    // A caption is a picture's, and seldom says so.
    private bool IsShown(QuestionTerm term) =>
        question.OfPhoto && hit.Passage.Kind == PassageKind.Caption && QuestionWords.Of(question.Language).Photo.Contains(Phrases.Of(term.Span.In(question.Text)).Text);
}
