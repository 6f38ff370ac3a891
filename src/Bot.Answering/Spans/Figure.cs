using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>
/// Which of a sentence's numbers is asked for: of "closing two of its seven libraries" no seven for how many close, of "from £1.20 to £1.50" no £1.20, of
/// "£2,145, £100 more than now" no £2,145 for how much more, of "Voss got 41 votes, against 40 for Renn" no 41 for Renn.
/// </summary>
internal static class Figure
{
    // "100 more", "100 people more".
    private const int Behind = 2;

    /// <summary>Whether words of a sentence may be the number that a question asks for.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span)
    {
        var (question, sentence) = (asked.Question, asked.Text);
        if (!AnswerTypeFit.IsRequired(question.Type) || question.Type == AnswerType.Date)
        {
            return true;
        }

        var numbers = asked.Facts.Where(fact => fact.Kind == FactKind.Number).ToImmutableArray();
        return numbers.Any(number => number.Span.Overlaps(span)) && numbers.Where(number => number.Span.Overlaps(span)).All(number =>
            !(question.Type == AnswerType.Number && question.Measured != Dimension.Age && IsAge(sentence[number.Span.End..], question.Language))
            && !IsLeft(number, span, sentence, numbers, question.Language)
            && !IsFarther(asked, number, numbers)
            && !IsOfOther(asked, number, numbers)
            && !IsWhole(asked, number, numbers)
            && !IsRanked(asked, number)
            && !IsOfName(asked, number, numbers)
            && !IsHadNot(asked, number, numbers)
            && IsMore(number, sentence, numbers, question.Language) == AsksForMore(question));
    }

    // "A 63-year-old man died" is no count of the dead.
    private static bool IsAge(string after, string language) => Phrases.Of(after).Words.Take(Behind).Any(QuestionWords.Of(language).Figures.Ages.Contains);

    // "From 5 to 10": no longer.
    private static bool IsLeft(Fact number, TextSpan span, string sentence, ImmutableArray<Fact> numbers, string language) =>
        Phrases.Of(sentence[..number.Span.Start]).Words is [.., var from] && Lexicon.For(language).ChangeWords.Contains(from)
        && numbers.Any(next => next.Span.Start >= Math.Max(span.End, number.Span.End) && Phrases.Of(sentence[number.Span.End..next.Span.Start]).Words.Length == 1);

    // "3 million on care and 1 million on potholes", for how much on potholes.
    private static bool IsFarther(AskedSentence asked, Fact number, ImmutableArray<Fact> numbers)
    {
        TextSpan[] words = [.. asked.Words.Terms.Where(term => asked.Question.Terms.Any(each => asked.Words.Alike(each.Text, term.Text))).Select(term => term.Span)];
        return words.Length > 0 && words[^1] is var last && numbers.Any(other => other.Unit == number.Unit && other.Span.Start >= number.Span.End && other.Span.End <= last.Start
            && !words.Any(word => word.Start >= number.Span.End && word.End <= other.Span.Start));
    }

    // "Voss received 41 votes, against 40 for Renn", for how many Renn got; "2.1, down from 5.4 in 1980" for how many in 1980.
    private static bool IsOfOther(AskedSentence asked, Fact number, ImmutableArray<Fact> numbers)
    {
        Fact[] named = [.. asked.Facts.Where(fact => fact.Kind == FactKind.Name ? AskedName.Is(asked, fact) : fact.Kind == FactKind.Date && !asked.IsNew(fact))];
        return named.Length > 0 && named.All(name => name.Span.Start > number.Span.End
            && numbers.Any(other => other.Span.Start >= number.Phrase.End && other.Span.End < name.Span.Start && IsTied(asked, new(other.Phrase.End, name.Span.Start))));
    }

    private static bool IsTied(AskedSentence asked, TextSpan between) =>
        between.Length > 0 && Phrases.Of(between.In(asked.Text)).Words is [var tie] && asked.Asking.Roles.GetValueOrDefault(tie, WordRole.Content) is not (WordRole.Content or WordRole.Conjunction);

    // "Two of its seven" for how many close, "29 of 53 seats" for how many a party has; not for how many there are.
    private static bool IsWhole(AskedSentence asked, Fact number, ImmutableArray<Fact> numbers) =>
        numbers.Any(part => part.Span.End < number.Span.Start && Phrases.Of(asked.Text[part.Span.End..number.Span.Start]).Words is { Length: 1 or 2 } between
            && asked.Asking.Roles.GetValueOrDefault(between[0], WordRole.Content) is WordRole.Belonging or WordRole.Agent
            && asked.Question.Terms.Any(term => (!term.IsName || between.Length == 1) && !asked.Question.Focus.Contains(term) && asked.Words.Of(term.Text) > 0));

    // "The youngest of five children" had others.
    private static bool IsRanked(AskedSentence asked, Fact number) => Phrases.Of(asked.Text[..number.Span.Start]).Words is [.., var rank, var of]
        && asked.Asking.Roles.GetValueOrDefault(of, WordRole.Content) is WordRole.Belonging or WordRole.Agent && asked.Asking.Figures.Ranks.Contains(rank);

    // "28 Arrow 300 jets"
    private static bool IsOfName(AskedSentence asked, Fact number, ImmutableArray<Fact> numbers) => numbers.Any(count => count.Span.End < number.Span.Start
        && asked.Text[count.Span.End..number.Span.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } between && between.All(word => char.IsUpper(word[0])));

    // "Gained five seats and now has 19", for how many it has.
    private static bool IsHadNot(AskedSentence asked, Fact number, ImmutableArray<Fact> numbers)
    {
        var having = asked.Asking.Figures.Havings;
        return Phrases.Of(asked.Question.Text).Words is [.., var last] && having.Contains(last) && !IsHad(number) && numbers.Any(IsHad);

        bool IsHad(Fact fact) => Phrases.Of(asked.Text[..fact.Phrase.Start]).Words is [.., var before] && having.Contains(before);
    }

    private static bool IsMore(Fact number, string sentence, ImmutableArray<Fact> numbers, string language)
    {
        var next = numbers.Where(other => other.Span.Start >= number.Span.End).Select(other => other.Span.Start).DefaultIfEmpty(sentence.Length).Min();
        return Phrases.Of(sentence[number.Span.End..next]).Words.Take(Behind).Any(QuestionWords.Of(language).Figures.Comparatives.Contains);
    }

    private static bool AsksForMore(ReadQuestion question) => Phrases.Of(question.Text).Words.Any(QuestionWords.Of(question.Language).Figures.Comparatives.Contains);
}
