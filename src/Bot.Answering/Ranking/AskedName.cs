using Bot.Answering.Antecedents;
using Bot.Answering.Facts;

namespace Bot.Answering.Ranking;

/// <summary>Whether a name of a sentence is one that a question asks about: "Voss" is Ada Voss, "Ben Voss" is not.</summary>
internal static class AskedName
{
    /// <summary>Whether it is.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="name">One of its names.</param>
    public static bool Is(AskedSentence asked, Fact name)
    {
        var (text, question, titles) = (asked.Text, asked.Question, AntecedentWords.Of(asked.Question.Language));
        string[] parts = [.. asked.Words.Terms.Where(term => name.Span.Contains(term.Span) && titles?.IsTitle(term.Span.In(text).ToLowerInvariant()) is not true).Select(term => term.Text)];
        return parts.Any(question.Asks) && (parts.All(question.Asks) || question.Terms.Where(term => term.IsName).All(term => parts.Contains(term.Text)));
    }
}
