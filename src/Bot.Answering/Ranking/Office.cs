using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Ranking;

/// <summary>
/// Who holds an office, or is what a question says: no Voss in "Ada Voss has asked the health secretary to step in" for who the health secretary is.
/// </summary>
internal static class Office
{
    // "Ada Voss, 19, is the club's youngest scorer".
    private const int MostBetween = 6;

    /// <summary>Whether words of a sentence may be who a question asks "who is the …?" for: what stands beside the office.</summary>
    /// <param name="question">The question.</param>
    /// <param name="span">Where the words stand in the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    public static bool MayBe(ReadQuestion question, TextSpan span, string sentence, TermMatch match)
    {
        TextSpan[] held = Held(question, match);
        return held.Length == 0 || held.Any(each => each.Overlaps(span)
            || (span.Start < each.Start ? IsBehind(sentence[span.End..each.Start], question.Language) : IsBefore(sentence[each.End..span.Start], question.Language)));
    }

    /// <summary>Whether a sentence has the office that a question asks for, and names somebody beside it.</summary>
    public static Rule Of(ReadQuestion question, string sentence, TermMatch match, ImmutableArray<Fact> facts) => Held(question, match).Length == 0 ? Rule.None
        : Named(sentence, question.Language, facts).Any(name => MayBe(question, name, sentence, match)) ? Rule.HasOffice | Rule.Holds : Rule.HasOffice;

    // "She is the mayor" leaves it to the sentence before.
    private static IEnumerable<TextSpan> Named(string sentence, string language, ImmutableArray<Fact> facts)
    {
        var names = facts.Where(fact => fact.Kind == FactKind.Name).Select(fact => fact.Span);
        return Phrases.Of(sentence).Words is [var first, ..] && QuestionWords.Of(language).Pronouns.Contains(first) ? names.Append(new(0, first.Length)) : names;
    }

    // Where the sentence has it.
    private static TextSpan[] Held(ReadQuestion question, TermMatch match) =>
        question.Type == AnswerType.Person && Lexicon.For(question.Language).Data.SubjectFirst && AskedFor(question) is { } office
            ? [.. match.Terms.Where(term => match.Alike(office, term.Text)).Select(term => term.Span)]
            : [];

    // "The mayor" in "who is the mayor of Norvia": the last word before one that ties more to it.
    private static string? AskedFor(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        var asked = Phrases.Of(question.Text).Words;
        if (asked.Length < 3 || !words.AskingWords.Contains(asked[0]) || !words.Beings.Contains(asked[1]) || !words.Determiners.Contains(asked[2]))
        {
            return null;
        }

        var named = asked.Skip(3).TakeWhile(word => words.Roles.GetValueOrDefault(word, WordRole.Content) == WordRole.Content).ToHashSet(StringComparer.Ordinal);
        return question.Terms.Where(term => !term.IsName && named.Contains(Phrases.Of(term.Span.In(question.Text)).Text)).Select(term => term.Text).LastOrDefault();
    }

    // "Ada Voss, the club's manager", "Ada Voss became the first manager"
    private static bool IsBehind(string between, string language)
    {
        var words = QuestionWords.Of(language);
        string[] told = Phrases.Of(between).Words;
        return told.Length == 0 || (told.Length <= MostBetween && !told.Any(word => Parts(word, words))
            && (told.Any(words.Beings.Contains) || (between.TrimStart() is [',' or '(', ..] && WordSenses.Of(language).Find(told[0]).Use is not (WordUse.Verb or WordUse.Participle))));
    }

    // "the manager, Ada Voss", "the mayor of Norvia, Ada Voss", "the manager is Ada Voss"
    private static bool IsBefore(string between, string language)
    {
        var words = QuestionWords.Of(language);
        var told = between.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter)).ToArray();
        return told.Length <= MostBetween && Phrases.Of(between).Words is var folded && !folded.Any(word => Parts(word, words))
            && (folded is [.., var last] && words.Beings.Contains(last)
                || told.All(word => char.IsUpper(word[0]) || words.Roles.GetValueOrDefault(Phrases.Of(word).Text, WordRole.Content) is WordRole.Belonging or WordRole.Placing or WordRole.Determiner));
    }

    // "Voss, who asked the manager", "Voss, has asked the manager".
    private static bool Parts(string word, QuestionWords words) =>
        words.Roles.GetValueOrDefault(word, WordRole.Content) is WordRole.Relative or WordRole.Conjunction || (words.Roles.GetValueOrDefault(word) == WordRole.Copula && !words.Beings.Contains(word));
}
