using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>How news says who somebody is: beside the name, in passing. "Spokesman Mustafa Bali", "Ruth Amadi, the council's engineer", "the engineer, Ruth Amadi".</summary>
internal static class Introduction
{
    // WordNet's sort of nouns for people (lexnames(5WN)).
    private const int Somebody = 18;

    /// <summary>Whether a question asks who somebody is, and a sentence says so beside the name.</summary>
    /// <param name="asked">The sentence.</param>
    public static bool Is(AskedSentence asked)
    {
        var (question, sentence) = (asked.Question, asked.Text);
        if (question.Type != AnswerType.Person || !question.AsksWhoSomebodyIs)
        {
            return false;
        }

        foreach (var name in asked.Names.Where(name => AskedName.Is(asked, name)))
        {
            if (GoesOn(sentence[name.Span.End..], question.Language) || IsSomebody(sentence[..name.Span.Start].TrimEnd(' ', ','), question.Language)
                || IsTitled(name.Span.In(sentence), question))
            {
                return true;
            }
        }

        return false;
    }

    // ", the group's leader", ", who sells books"
    private static bool GoesOn(string after, string language) =>
        after is [',', ..] && Phrases.Of(after).Words is [var first, ..]
        && QuestionWords.Of(language).Roles.GetValueOrDefault(first, WordRole.Content) is WordRole.Determiner or WordRole.Relative;

    // "spokesman Bali", "the council's engineer, Ruth Amadi"
    private static bool IsSomebody(string before, string language) =>
        before.Length > 0 && char.IsLetter(before[^1]) && Phrases.Of(before).Words is [.., var last] && WordSenses.Of(language).Find(last).Supersense == Somebody;

    // "Mayor Daniel Osei", whose name the question has without the title.
    private static bool IsTitled(string name, ReadQuestion question) =>
        Phrases.Of(name).Words is [var first, _, ..] && WordSenses.Of(question.Language).Find(first).Supersense == Somebody && !Phrases.Of(question.Text).Has(first);
}
