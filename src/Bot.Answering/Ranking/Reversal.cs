using System.Collections.Immutable;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>What a sentence says the other way round than it is asked: "Who lost the cup?" and "Tarn won the cup".</summary>
internal sealed class Reversal
{
    private readonly Opposites _opposites;
    private readonly (string Word, ImmutableArray<string> Opposites)[] _turnable;
    private readonly bool _denies;

    /// <param name="question">The question.</param>
    public Reversal(ReadQuestion question)
    {
        _opposites = Opposites.Of(question.Language);
        var words = TextAnalysis.Terms(question.Text, question.Language).Select(term => term.Text)
            .Concat(Phrases.Of(question.Text).Words.Where(_opposites.IsLeftOut)).ToHashSet(StringComparer.Ordinal);
        _turnable = [.. words.Select(word => (Word: word, Opposites: _opposites.To(word))).Where(each => !each.Opposites.IsEmpty && !each.Opposites.Any(words.Contains))];

        // "Is it not open?" asks whether it is.
        _denies = question.Kind != QuestionKind.YesNo && Polarity.Denies(question.Text, question.Language);
    }

    /// <summary>How many words of the question a sentence has not, but their opposites; and 1 more when the question denies something and the sentence nothing.</summary>
    /// <param name="hit">The sentence.</param>
    /// <param name="words">Its words.</param>
    public int Of(SearchHit hit, TermMatch words)
    {
        Phrases? written = null;
        return _turnable.Count(each => !Has(each.Word, words.Of(each.Word) > 0) && each.Opposites.Any(opposite => Has(opposite, words.Has(opposite))))
            + (_denies && !Polarity.Denies(hit.Text, hit.Passage.Article.Language) ? 1 : 0);

        bool Has(string word, bool asTerm) => asTerm || (_opposites.IsLeftOut(word) && (written ??= Phrases.Of(hit.Text)).Has(word));
    }
}
