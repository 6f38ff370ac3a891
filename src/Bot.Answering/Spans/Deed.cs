using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;

namespace Bot.Answering.Spans;

/// <summary>The deed that a question asks who did or suffered.</summary>
/// <param name="Term">Its verb, as analysed.</param>
/// <param name="IsSuffered">Whether it is asked who suffered it: "who was sent off?", "who did they beat?"</param>
internal sealed record Deed(string Term, bool IsSuffered)
{
    /// <summary>The deed of a question; <see langword="null"/> where it asks for no doer, or its verb is not known.</summary>
    /// <param name="question">The question.</param>
    public static Deed? Of(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        var asked = Phrases.Of(question.Text).Words;
        if (question.Terms.IsEmpty || asked.Length < 2 || !words.AskingWords.Contains(asked[0]) || words.Speech.Contains(asked[1]))
        {
            return null;
        }

        return AsWritten(question.Terms[0]) == asked[1] ? new(question.Terms[0].Text, false)
            : words.Supports.Contains(asked[1]) && BehindSubject() is { } done ? new(done, true)
            : words.Passives.Contains(asked[1]) && asked.Length > 2 && AsWritten(question.Terms[0]) == asked[2] && IsVerb(asked[2]) ? new(question.Terms[0].Text, true)
            : null;

        string AsWritten(QuestionTerm term) => Phrases.Of(term.Span.In(question.Text)).Text;

        // "Who did Norvia beat in the final?"
        string? BehindSubject() => question.Terms.SkipWhile(term => !term.IsName).FirstOrDefault(term => !term.IsName) is { Text: not null } term && IsVerb(AsWritten(term)) ? term.Text : null;

        bool IsVerb(string word) => WordSenses.Of(question.Language).Find(word).Use is WordUse.Verb or WordUse.Participle;
    }
}
