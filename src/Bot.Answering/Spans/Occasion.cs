using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>
/// When something happened: of "whom she married in 1964, died in 2011" no 2011 for when she married, and of "will close in May, the council said on
/// Friday" no Friday.
/// </summary>
internal static class Occasion
{
    // "Ready no earlier than 2034".
    private const int MostBetween = 3;

    /// <summary>Whether words of a sentence may be when something happened that a question asks "when?" of.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span)
    {
        if (asked.Question.Type != AnswerType.Date)
        {
            return true;
        }

        Fact[] dates = [.. asked.Facts.Where(fact => fact.Kind == FactKind.Date && asked.IsNew(fact))];
        return !IsOfSaying(asked, span) && (IsRightBehind(asked, span) || !dates.Any(date => !date.Span.Overlaps(span) && IsRightBehind(asked, date.Span)));
    }

    // "Officials said on Tuesday".
    private static bool IsOfSaying(AskedSentence asked, TextSpan span)
    {
        var (speech, roles) = (asked.Asking.Speech, asked.Asking.Roles);
        return !Phrases.Of(asked.Question.Text).HasAny(speech)
            && Phrases.Of(asked.Text[..span.Start]).Words.LastOrDefault(word => roles.GetValueOrDefault(word, WordRole.Content) == WordRole.Content) is { } verb && speech.Contains(verb);
    }

    // "Married in 1964", for when she married.
    private static bool IsRightBehind(AskedSentence asked, TextSpan date)
    {
        var roles = asked.Asking.Roles;
        return asked.Words.Terms
            .Where(term => term.Span.End <= date.Start && asked.Question.Terms.Any(each => !each.IsName && asked.Words.Alike(each.Text, term.Text)))
            .Any(term => Phrases.Of(asked.Text[term.Span.End..date.Start]).Words is { Length: <= MostBetween } between
                && between.All(word => roles.GetValueOrDefault(word, WordRole.Content) != WordRole.Content));
    }
}
