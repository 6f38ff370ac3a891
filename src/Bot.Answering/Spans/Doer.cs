using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>
/// Who did or suffered it: nobody "at Corn Exchange"; and in languages where subjects stand first, no Norvia in "we have won against Norvia", nobody in
/// "the Norvian-led force" for who leads it, and no Tarn in "Tarn were ten when Voss was sent off" for who was sent off.
/// </summary>
internal static class Doer
{
    private const int Beside = 2;

    /// <summary>Whether words of a sentence may be who did or suffered what a question asks "who?" of.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span)
    {
        var (question, sentence, match) = (asked.Question, asked.Text, asked.Words);
        if (question.Type != AnswerType.Person)
        {
            return true;
        }

        // Nobody is called "every three months", or "Helena Cross told Farrow".
        if (asked.IsPlaced(span) || asked.Facts.Any(fact => fact.Span.Overlaps(span) && (fact.Kind == FactKind.Date || AnswerTypeFit.TimeUnits.Contains(fact.Unit))) || Phrases.Of(span.In(sentence)).Words.Any(asked.Asking.Speech.Contains))
        {
            return false;
        }

        if (!Lexicon.For(question.Language).Data.SubjectFirst || Deed.Of(question) is not { } deed)
        {
            return true;
        }

        // "Won the cup to beat Tarn": who was beaten stands beside the word itself, where the sentence has it. Who is the leader leads, whatever stands before.
        var said = match.Terms.Where(term => match.Has(deed.Term) ? term.Text == deed.Term : match.Alike(deed.Term, term.Text)).Select(term => term.Span).ToArray();
        var senses = WordSenses.Of(question.Language);
        var done = said.Where(each => match.Has(deed.Term) || senses.Find(each.In(sentence).ToLowerInvariant()).Use is not WordUse.Noun).ToArray();
        return done.Length == 0 ? said.Length > 0
            : done.Where(each => each.Start == 0 || sentence[each.Start - 1] != '-').Any(each => !each.Overlaps(span) && (span.Start < each.Start
                ? IsSuffered(sentence[..each.Start], question.Language) == deed.IsSuffered && (deed.IsSuffered || !IsBy(sentence[each.End..], question.Language)) && !HasOther(asked, new(span.End, each.Start))
                : !IsRelative(sentence[..each.Start], question.Language) && HasAgent(sentence[each.End..span.Start], question.Language) != deed.IsSuffered));
    }

    // "The line will not be built": whoever stands before does not build.
    private static bool IsSuffered(string before, string language) => Phrases.Of(before).Words.TakeLast(Beside).Any(QuestionWords.Of(language).Passives.Contains);

    // "The coins, struck under Nero and found by a farmer"
    private static bool IsBy(string after, string language) =>
        Phrases.Of(after).Words is [var first, ..] && QuestionWords.Of(language).Roles.GetValueOrDefault(first, WordRole.Content) == WordRole.Agent;

    // "The bank, which supervises payments": it stands before.
    private static bool IsRelative(string before, string language) =>
        Phrases.Of(before).Words is [.., var last] && QuestionWords.Of(language).Roles.GetValueOrDefault(last, WordRole.Content) == WordRole.Relative;

    // "Voss led when Renn was sent off": the nearest name is meant, unless it belongs to what stands before it.
    private static bool HasOther(AskedSentence asked, TextSpan between) => asked.Names.Any(name =>
        between.Contains(name.Span) && asked.IsNew(name) && asked.RoleBefore(name.Span) is not (WordRole.Placing or WordRole.Belonging));

    private static bool HasAgent(string between, string language) =>
        Phrases.Of(between).Words.Any(word => QuestionWords.Of(language).Roles.GetValueOrDefault(word, WordRole.Content) is WordRole.Agent or WordRole.Copula);
}
