using Bot.Answering.Facts;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>Whether a name of a sentence is one that a question asks about: "Voss" is Ada Voss, "Ben Voss" is not.</summary>
internal static class AskedName
{
    /// <summary>Whether it is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="match">The sentence's words as analysed.</param>
    /// <param name="question">The question.</param>
    public static bool Is(Fact name, TermMatch match, ReadQuestion question)
    {
        var titles = QuestionWords.Of(question.Language).Titles;
        string[] parts = [.. match.Terms.Where(term => name.Span.Contains(term.Span) && !titles.Contains(term.Text)).Select(term => term.Text)];
        return parts.Any(question.Asks) && (parts.All(question.Asks) || question.Terms.Where(term => term.IsName).All(term => parts.Contains(term.Text)));
    }
}
