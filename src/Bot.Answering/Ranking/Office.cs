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

    /// <summary>Whether words of a sentence may be who a question asks "who is the …?" for: what stands beside the office, and not beside another's.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span) =>
        AskedFor(asked.Question) is not ({ } office, _) || Places(asked, office) is not { Length: > 0 } places || StandsBeside(Held(asked, places), asked, span);

    /// <summary>Whether a sentence has the office that a question asks for, and names somebody beside it.</summary>
    /// <param name="asked">The sentence.</param>
    public static Rule Of(AskedSentence asked)
    {
        if (AskedFor(asked.Question) is not ({ } office, var isOwned) || Held(asked, Places(asked, office)) is not { Length: > 0 } held)
        {
            return Rule.None;
        }

        // "Who was Norvia's father?" may be told in other words: that nobody is named beside them is no silence.
        var has = isOwned ? Rule.None : Rule.HasOffice;
        return Named(asked).Any(name => StandsBeside(held, asked, name)) ? has | Rule.Holds : has;
    }

    private static bool StandsBeside(TextSpan[] held, AskedSentence asked, TextSpan span)
    {
        var (sentence, language) = (asked.Text, asked.Question.Language);
        return held.Any(each => each.Overlaps(span)
            || (span.Start < each.Start ? IsBehind(sentence[span.End..each.Start], language) : IsBefore(sentence[each.End..span.Start], sentence[span.End..], language)));
    }

    // "She is the mayor" leaves it to the sentence before.
    private static IEnumerable<TextSpan> Named(AskedSentence asked)
    {
        var names = asked.Names.Where(fact => asked.Words.Terms.Any(term => fact.Span.Contains(term.Span) && !asked.Question.Asks(term.Text))).Select(fact => fact.Span);
        return Phrases.Of(asked.Text).Words is [var first, ..] && asked.Asking.Pronouns.Contains(first) ? names.Append(new(0, first.Length)) : names;
    }

    private static TextSpan[] Places(AskedSentence asked, string office) => [.. asked.Words.Terms.Where(term => asked.Words.Alike(office, term.Text)).Select(term => term.Span)];

    private static TextSpan[] Held(AskedSentence asked, TextSpan[] places) => [.. places.Where(place => !IsOfOther(asked, place))];

    // "Northwind's chief executive", for who Castell's is.
    private static bool IsOfOther(AskedSentence asked, TextSpan office) => asked.Question.Terms.Any(term => term.IsName)
        && asked.Names.LastOrDefault(name => name.Span.End <= office.Start) is { Span.Length: > 0 } owner
        && IsOwner(asked.Text, owner.Span) && Phrases.Of(asked.Text[owner.Span.End..office.Start]).Words.Length <= MostBetween
        && !asked.Words.Terms.Any(term => term.Span.Overlaps(owner.Span) && asked.Question.Asks(term.Text));

    // "The mayor" in "who is the mayor of Norvia", and "mayor" in "who is Norvia's mayor": the last word before one that ties more to it.
    private static (string? Office, bool IsOwned) AskedFor(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        var asked = Phrases.Of(question.Text).Words;
        if (question.Type != AnswerType.Person || !Lexicon.For(question.Language).Data.SubjectFirst || asked.Length < 3 || !words.AskingWords.Contains(asked[0]) || !words.Beings.Contains(asked[1]))
        {
            return default;
        }

        var isOwned = !words.Determiners.Contains(asked[2]);
        if (isOwned && !question.Terms.Any(term => term.IsName && IsOwner(question.Text, term.Span)))
        {
            return default;
        }

        var named = asked.Skip(isOwned ? 2 : 3).TakeWhile(word => words.Roles.GetValueOrDefault(word, WordRole.Content) == WordRole.Content).ToHashSet(StringComparer.Ordinal);
        return (question.Terms.Where(term => !term.IsName && named.Contains(Phrases.Of(term.Span.In(question.Text)).Text)).Select(term => term.Text).LastOrDefault(), isOwned);
    }

    // "Castell's"
    private static bool IsOwner(string text, TextSpan word) => text.AsSpan(word.Start, word.Length) is [.., '\'' or '’', 's'] || text.AsSpan(word.End) is ['\'' or '’', 's', ..];

    // "Ada Voss, the club's manager", "Ada Voss became the first manager"
    private static bool IsBehind(string between, string language)
    {
        var words = QuestionWords.Of(language);
        string[] told = Phrases.Of(between).Words;
        return told.Length == 0 || (told.Length <= MostBetween && !told.Any(word => Parts(word, words))
            && (told.Any(words.Beings.Contains) || (between.TrimStart() is [',' or '(', ..] && WordSenses.Of(language).Find(told[0]).Use is not (WordUse.Verb or WordUse.Participle))));
    }

    // "the manager, Ada Voss", "the manager, former striker Ada Voss", "the mayor of Norvia, Ada Voss", "the manager is Ada Voss"; not "mayors of Norvia, Tarn and Lund"
    private static bool IsBefore(string between, string after, string language)
    {
        var words = QuestionWords.Of(language);
        var told = between.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter)).ToArray();
        var isListed = told.Length > 0 && between.TrimEnd().EndsWith(',') && Phrases.Of(after).Words is [var next, ..]
            && after.StartsWith(' ') && words.Roles.GetValueOrDefault(next, WordRole.Content) == WordRole.Conjunction;
        return told.Length <= MostBetween && !isListed && Phrases.Of(between).Words is var folded && !folded.Any(word => Parts(word, words))
            && (folded is [.., var last] && words.Beings.Contains(last)
                || (between.StartsWith(',') && folded.All(word => WordSenses.Of(language).Find(word).Use is WordUse.Noun or WordUse.Adjective))
                || told.All(word => char.IsUpper(word[0]) || words.Roles.GetValueOrDefault(Phrases.Of(word).Text, WordRole.Content) is WordRole.Belonging or WordRole.Placing or WordRole.Determiner));
    }

    // "Voss, who asked the manager", "Voss, has asked the manager".
    private static bool Parts(string word, QuestionWords words) =>
        words.Roles.GetValueOrDefault(word, WordRole.Content) is WordRole.Relative or WordRole.Conjunction || (words.Roles.GetValueOrDefault(word) == WordRole.Copula && !words.Beings.Contains(word));
}
