using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>
/// Who did it: nobody "at Corn Exchange"; and in languages where subjects stand first, no Norvia in "we have won against Norvia", and nobody in "the
/// Norvian-led force" for who leads it.
/// </summary>
internal static class Doer
{
    private const int Beside = 2;

    /// <summary>Whether words of a sentence may be who did what a question asks "who did?".</summary>
    /// <param name="question">The question.</param>
    /// <param name="span">Where the words stand in the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    public static bool MayBe(ReadQuestion question, TextSpan span, string sentence, TermMatch match)
    {
        if (question.Type != AnswerType.Person)
        {
            return true;
        }

        if (AnswerTypeFit.IsPlaced(span, sentence, question.Language))
        {
            return false;
        }

        if (!Lexicon.For(question.Language).Data.SubjectFirst || DeedOf(question) is not { } deed)
        {
            return true;
        }

        TextSpan[] done = [.. match.Terms.Where(term => match.Alike(deed, term.Text)).Select(term => term.Span)];
        return done.Length == 0 || done.Where(each => each.Start == 0 || sentence[each.Start - 1] != '-')
            .Any(each => span.Start < each.Start ? !IsSuffered(sentence[..each.Start], question.Language) : HasAgent(sentence[each.End..span.Start], question.Language));
    }

    // "The line will not be built": whoever stands before does not build.
    private static bool IsSuffered(string before, string language) => Phrases.Of(before).Words.TakeLast(Beside).Any(QuestionWords.Of(language).Passives.Contains);

    // The word right behind "who": "who was won over" asks for no doer, and "who said" is answered on either side.
    private static string? DeedOf(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        var asked = Phrases.Of(question.Text).Words;
        return question.Terms is [var first, ..] && asked.Length > 1 && words.AskingWords.Contains(asked[0]) && !words.Speech.Contains(asked[1])
            && Phrases.Of(first.Span.In(question.Text)).Text == asked[1] ? first.Text : null;
    }

    private static bool HasAgent(string between, string language) =>
        Phrases.Of(between).Words.Any(word => QuestionWords.Of(language).Roles.GetValueOrDefault(word, WordRole.Content) is WordRole.Agent or WordRole.Copula);
}
