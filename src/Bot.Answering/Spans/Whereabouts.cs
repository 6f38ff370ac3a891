using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>Where something is: in "in Mosul in 2014 to declare himself caliph, sovereign over all Muslims" no Muslims.</summary>
internal static class Whereabouts
{
    /// <summary>
    /// Whether words of a sentence may be where a question asks for: what stands behind "in" or the like, if any name does, and for "where" in no case
    /// its subject, where subjects stand first.
    /// </summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span)
    {
        if (asked.Question.Type != AnswerType.Place)
        {
            return true;
        }

        if (AsksWhere(asked.Question) && Lexicon.For(asked.Question.Language).Data.SubjectFirst && Phrases.Of(asked.Text[..span.Start]).Words.All(asked.Asking.Determiners.Contains))
        {
            return false;
        }

        Fact[] placed = [.. asked.Names.Where(name => asked.IsNew(name) && asked.IsPlaced(name.Span))];
        return placed.Length == 0 || placed.Any(name => name.Span.Overlaps(span)) || asked.IsPlaced(span);
    }

    // "Which city lies there?" may ask for the subject.
    private static bool AsksWhere(ReadQuestion question) =>
        QuestionWords.Of(question.Language).Types.Any(type => type.Type == AnswerType.Place && !type.Phrase.Contains(' ') && Phrases.Of(question.Text).Opens(type.Phrase));
}
